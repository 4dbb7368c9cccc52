-- What providers have told, as they told it. No tenant: a delivery belongs to nobody until its event is linked.
create table delivery (
    id           uuid primary key     default uuidv7(),
    provider     text        not null,
    dedupe_key   text        not null,
    kind         text        not null,
    body         bytea       not null,
    body_size    integer generated always as (length(body)) stored,
    content_type text        not null,
    signed_with  text        not null,
    received_at  timestamptz not null default now(),
    state        text        not null,
    settled_at   timestamptz,
    reason       text,
    conflict_of  uuid references delivery (id) on delete cascade,
    unique (provider, dedupe_key)
);
create index delivery_received_at on delivery (received_at);
create index delivery_conflict_of on delivery (conflict_of) where conflict_of is not null;

-- How recordings ended: one row, one event. Without egress: the interview had none when the waiting was over.
create table recording (
    interview_id uuid        not null,
    egress_id    text,
    status       text        not null,
    source       text        not null,
    told_at      timestamptz not null default now(),
    unique nulls not distinct (interview_id, egress_id)
);
