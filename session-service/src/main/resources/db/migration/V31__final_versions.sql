-- What each final version was made of, as it was then.
create table final_version (
    interview_id    uuid        not null references interview (id),
    version         integer     not null,
    tenant          text        not null,
    transcript_hash text        not null,
    turns           jsonb       not null,
    recording       jsonb,
    finalised_at    timestamptz not null,
    primary key (interview_id, version)
);
alter table final_version enable row level security;
alter table final_version force row level security;
create policy tenant_rows on final_version using (tenant = current_setting('app.tenant', true));
