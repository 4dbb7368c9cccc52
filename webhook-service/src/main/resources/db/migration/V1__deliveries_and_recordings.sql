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
    conflict_of  uuid references delivery (id),
    unique (provider, dedupe_key)
);
create index delivery_received_at on delivery (received_at);

-- How an interview's recording ended: one row, one event.
create table recording (
    interview_id uuid primary key,
    egress_id    text,
    status       text        not null,
    source       text        not null,
    told_at      timestamptz not null default now()
);
