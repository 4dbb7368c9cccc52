-- Which interview and tenant a ticket opens a socket for. Read before the tenant is known, so without row-level
-- security; holds no personal data, and of the ticket only its hash.
create table ticket (
    hash         text primary key,
    interview_id uuid        not null,
    tenant       text        not null,
    origin       text,
    expires_at   timestamptz not null,
    used_at      timestamptz
);
create index ticket_interview on ticket (interview_id);
create index ticket_expiry on ticket (expires_at);

-- Interviews known to be over. Ids only, without row-level security: read on the way into a socket.
create table ended_interview (
    interview_id uuid primary key,
    tenant       text        not null,
    ended_at     timestamptz not null
);

-- One row for each socket that was open: how long, how busy, and how it came to its end.
create table connection (
    id           uuid primary key,
    interview_id uuid        not null,
    tenant       text        not null,
    opened_at    timestamptz not null,
    closed_at    timestamptz not null,
    close_code   integer     not null,
    reason       text        not null,
    received     integer     not null,
    sent         integer     not null
);
create index connection_interview on connection (interview_id);

-- Calls at the realtime provider, by the provider's id.
create table call (
    call_id      text primary key,
    interview_id uuid        not null,
    tenant       text        not null,
    started_at   timestamptz not null,
    ended_at     timestamptz
);
create index call_interview on call (interview_id);

-- The end of a room: the step that comes next, so that a retry resumes there. The key is the interview's id, or that of
-- a participant who opened the room again after the interview was over.
create table teardown (
    key          text primary key,
    interview_id uuid not null,
    tenant       text not null,
    next_step    text not null
);
create index teardown_interview on teardown (interview_id);

-- Who is starting the recording of a room just now; gone when it has been started. Ids only, without row-level security.
create table recording_claim (
    interview_id uuid primary key,
    holder       uuid        not null,
    held_until   timestamptz not null
);

alter table connection enable row level security;
alter table connection force row level security;
create policy tenant_rows on connection using (tenant = current_setting('app.tenant', true));
alter table call enable row level security;
alter table call force row level security;
create policy tenant_rows on call using (tenant = current_setting('app.tenant', true));
alter table teardown enable row level security;
alter table teardown force row level security;
create policy tenant_rows on teardown using (tenant = current_setting('app.tenant', true));
