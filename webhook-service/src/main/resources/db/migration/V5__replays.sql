-- What a delivery is about, where it says so: to search by.
alter table delivery add column if not exists interview_id uuid;
alter table delivery add column if not exists conversation_id text;

-- How often an operator had a delivery processed again: the number of the last replay.
alter table delivery add column replays integer not null default 0;

-- Who did so, and what had become of the delivery until then. Goes with the delivery.
create table delivery_replay (
    id          uuid primary key     default uuidv7(),
    delivery_id uuid        not null references delivery (id) on delete cascade,
    number      integer     not null,
    replayed_at timestamptz not null default now(),
    replayed_by text        not null,
    state       text        not null,
    reason      text,
    unique (delivery_id, number)
);

-- The operators' list is sorted by time and id, whatever it is filtered by. The common states are found by walking it.
drop index delivery_received_at;
create index delivery_received_at on delivery (received_at, id);
create index delivery_kind on delivery (kind, received_at, id);
create index delivery_unsettled on delivery (state, received_at, id) where state in ('RECEIVED', 'DEAD', 'CONFLICT');
create index delivery_dedupe_key on delivery (dedupe_key);
