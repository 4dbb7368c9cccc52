-- An event that a consumer of this service could not use, by the position of the original record: a redelivery adds
-- nothing. Settled means replayed or discarded.
create table dead_letter (
    id               uuid primary key     default uuidv7(),
    topic            text        not null,
    record_partition integer     not null,
    record_offset    bigint      not null,
    key              text,
    payload          bytea,
    replayable       boolean     not null,
    reason           text        not null,
    cause_class      text        not null,
    received_at      timestamptz not null default now(),
    settled_at       timestamptz,
    unique (topic, record_partition, record_offset)
);
create index dead_letter_dead on dead_letter (received_at) where settled_at is null;
create index dead_letter_settled on dead_letter (settled_at) where settled_at is not null;

alter table outbox_message add column dead_at timestamptz;

-- All that died and waits for an operator.
create view dead_message as
select 'message' as kind, event_id as id, topic as subject, key, left(dead_reason, 2000) as reason,
       null::integer as attempts, coalesce(dead_at, created_at) as died_at, true as replayable,
       convert_to(payload, 'UTF8') as payload
from outbox_message where dead_reason is not null
union all
select 'work', id, queue, key, coalesce(last_error, ''), attempts, finished_at, true,
       convert_to(payload::text, 'UTF8')
from leased_work where state = 'dead'
union all
select 'letter', id, topic, key, left(concat_ws(': ', nullif(cause_class, ''), reason), 2000), null, received_at, replayable,
       payload
from dead_letter where settled_at is null;
