-- What candidates say against their transcripts.
create table dispute (
    id           uuid primary key default uuidv7(),
    interview_id uuid        not null references interview (id),
    tenant       text        not null,
    entry_id     uuid,
    note         text        not null,
    noted_at     timestamptz not null
);
create index dispute_interview on dispute (interview_id);
alter table dispute enable row level security;
alter table dispute force row level security;
create policy tenant_rows on dispute using (tenant = current_setting('app.tenant', true));
