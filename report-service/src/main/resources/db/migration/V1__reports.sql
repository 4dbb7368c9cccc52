-- One report for each final version of an interview.
create table report (
    id              uuid primary key     default uuidv7(),
    tenant          text        not null,
    interview_id    uuid        not null,
    final_version   integer     not null,
    transcript_hash text        not null,
    state           text        not null,
    mode            text        not null,
    model           text,
    prompt_version  text,
    input_hash      text,
    evaluation      jsonb,
    useless_answers integer     not null default 0,
    reason          text,
    requested_at    timestamptz not null default now(),
    started_at      timestamptz,
    finished_at     timestamptz,
    unique (interview_id, final_version)
);
create index report_newest on report (tenant, requested_at);

alter table report enable row level security;
alter table report force row level security;
create policy tenant_rows on report using (tenant = current_setting('app.tenant', true));

-- Whose interview it is, for services that ask by interview alone. No personal data, no row-level security.
create table report_route (
    interview_id uuid primary key,
    tenant       text not null
);
