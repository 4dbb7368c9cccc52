-- What the client of an interview is told and must not miss: each message once, in the order of its id, whichever replica
-- the client comes back to. Bounded for each interview, removed with its end. An id of another interview is not found here.
create table journal_entry (
    event_id     bigint generated always as identity primary key,
    interview_id uuid        not null,
    tenant       text        not null,
    message      jsonb       not null,
    told_at      timestamptz not null default now()
);
create index journal_entry_interview on journal_entry (interview_id, event_id);
create index journal_entry_age on journal_entry (told_at);
alter table journal_entry enable row level security;
alter table journal_entry force row level security;
create policy tenant_rows on journal_entry using (tenant = current_setting('app.tenant', true));
