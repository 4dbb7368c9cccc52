-- The projection of an interview's facts, together with what only its participants know.
create table interview (
    id                 uuid primary key,
    tenant             text        not null,
    client_session_id  text        not null,
    conversation_id    text,
    agent_id           text,
    user_id            text,
    candidate_id       uuid,
    first_name         text,
    resume_text        text,
    position           jsonb,
    provider           text        not null,
    consent            boolean     not null,
    room_name          text,
    scheduled_at       timestamptz,
    admitted_at        timestamptz,
    status             text        not null,
    webrtc_status      text        not null,
    webrtc_session_id  text,
    started_at         timestamptz,
    ended_at           timestamptz,
    client_ended_at    timestamptz,
    ended_by           text,
    duration_seconds   bigint,
    transcript_final   boolean     not null,
    recording_expected boolean     not null,
    recording_status   text,
    recording_location text,
    final_version      integer     not null,
    transcript_hash    text,
    finalised_at       timestamptz,
    evaluation_status  text,
    evaluation_version integer     not null,
    evaluation         jsonb,
    erased_at          timestamptz,
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    version            integer     not null,
    unique (tenant, user_id, client_session_id)
);
create index interview_newest on interview (tenant, created_at desc);
create index interview_session on interview (tenant, client_session_id);
alter table interview enable row level security;
alter table interview force row level security;
create policy tenant_rows on interview using (tenant = current_setting('app.tenant', true));

-- What has been witnessed. Ids and times only, and no tenant: a fact may arrive before the interview it speaks of.
create table interview_fact (
    seq          bigint generated always as identity primary key,
    interview_id uuid        not null,
    kind         text        not null,
    source       text        not null,
    evidence_id  text        not null,
    occurred_at  timestamptz not null,
    recorded_at  timestamptz not null default now(),
    data         jsonb       not null,
    unique (source, evidence_id, kind)
);
create index interview_fact_interview on interview_fact (interview_id);
create unique index interview_fact_one_end on interview_fact (interview_id) where kind = 'ended';

create table transcript_entry (
    id           uuid primary key default uuidv7(),
    tenant       text        not null,
    interview_id uuid        not null references interview (id),
    source       text        not null,
    item_key     text        not null,
    speaker      text        not null,
    text         text        not null,
    spoken_at    timestamptz not null,
    start_ms     bigint,
    confidence   double precision,
    interrupted  boolean     not null,
    unique (interview_id, source, item_key)
);
alter table transcript_entry enable row level security;
alter table transcript_entry force row level security;
create policy tenant_rows on transcript_entry using (tenant = current_setting('app.tenant', true));

-- Routes: ids only, no row-level security. They lead those who know an id, but no tenant, to the tenant's rows.
create table interview_route (
    interview_id uuid primary key,
    tenant       text not null
);
create table conversation_route (
    conversation_id text primary key,
    interview_id    uuid not null references interview_route (interview_id)
);
-- What a conversation of a practice session can be recognised by.
create table practice_route (
    interview_id      uuid primary key references interview_route (interview_id),
    client_session_id text not null,
    user_id           text not null,
    agent_id          text,
    conversation_id   text,
    ended_at          timestamptz not null
);
create index practice_route_session on practice_route (client_session_id);
create index practice_route_conversation on practice_route (conversation_id);
create index practice_route_user on practice_route (user_id, agent_id);

-- Conversations that belong to no interview yet, or to one of several: an operator decides.
create table parked_conversation (
    conversation_id   text primary key,
    delivery_id       uuid        not null,
    client_session_id text,
    agent_id          text,
    reason            text        not null check (reason in ('waiting', 'ambiguous')),
    candidates        uuid[]      not null,
    parked_at         timestamptz not null default now()
);
