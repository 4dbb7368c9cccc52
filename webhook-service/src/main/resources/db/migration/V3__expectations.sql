-- What a provider still owes us about an interview: the only clock for provider facts.
create table expectation (
    interview_id    uuid        not null,
    kind            text        not null check (kind in ('ROOM', 'RECORDING', 'CONVERSATION')),
    conversation_id text,
    room_sid        text,
    since           timestamptz not null default now(),
    deadline        timestamptz not null,
    until           timestamptz not null,
    generation      integer     not null default 1,
    questions       integer     not null default 0,
    last_question   timestamptz,
    last_answer     text,
    outcome         text check (outcome in ('TOLD', 'RECONCILED', 'EXPIRED', 'WITHDRAWN')),
    settled_at      timestamptz,
    primary key (interview_id, kind)
);
create index expectation_conversation on expectation (conversation_id) where conversation_id is not null;
create index expectation_open on expectation (kind, until) where outcome is null;
create index expectation_settled on expectation (settled_at) where settled_at is not null;

-- Who we have told to be in a room, by webhook or because we asked.
create table presence (
    interview_id    uuid not null,
    participant_sid text not null,
    participant     text not null,
    told_at         timestamptz not null default now(),
    left_at         timestamptz,
    primary key (interview_id, participant_sid)
);

-- Interviews and conversations of people who asked to be forgotten: what still comes of them is not kept.
create table forgotten (
    subject      text primary key,
    forgotten_at timestamptz not null default now()
);

-- Recordings are asked for by expectation now.
insert into expectation (interview_id, kind, deadline, until)
select cast(payload ->> 'interview' as uuid), 'RECORDING', min(due_at), min(due_at) + interval '1 hour'
from leased_work where queue = 'recording-deadline' and state = 'waiting' group by 1;
insert into leased_work (queue, key, payload, due_at)
select 'ask-recording', interview_id || '/1/1',
    jsonb_build_object('interview', interview_id, 'generation', 1, 'number', 1), deadline
from expectation;
delete from leased_work where queue = 'recording-deadline' and state = 'waiting';
