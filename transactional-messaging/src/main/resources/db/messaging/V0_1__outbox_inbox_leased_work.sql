-- What has happened and must be told. Ordered by seq: two transactions that touch the same row insert in commit order.
-- A row is read only when every transaction that began to write before its own has ended, so none is overtaken.
create table outbox_message (
    seq          bigint generated always as identity primary key,
    event_id     uuid        not null unique,
    topic        text        not null,
    key          text        not null,
    payload      text        not null,
    traceparent  text,
    xid          xid8        not null default pg_current_xact_id(),
    created_at   timestamptz not null default clock_timestamp(),
    published_at timestamptz,
    dead_reason  text
);
create index outbox_message_waiting on outbox_message (seq) where published_at is null and dead_reason is null;
create index outbox_message_dead on outbox_message (seq) where dead_reason is not null;
create index outbox_message_published on outbox_message (published_at) where published_at is not null;

-- What has taken effect: the row commits with the effect.
create table inbox_message (
    consumer    text        not null,
    event_id    uuid        not null,
    received_at timestamptz not null default now(),
    primary key (consumer, event_id)
);
create index inbox_message_received on inbox_message (received_at);

-- What must be done outside a transaction: claimed with a lease by database time, tried a bounded number of times.
create table leased_work (
    id          uuid primary key     default uuidv7(),
    queue       text        not null,
    key         text        not null,
    payload     jsonb       not null,
    state       text        not null default 'waiting' check (state in ('waiting', 'done', 'dead')),
    attempts    integer     not null default 0,
    tried_since timestamptz,
    due_at      timestamptz not null default now(),
    lease_owner uuid,
    lease_until timestamptz,
    last_error  text,
    created_at  timestamptz not null default now(),
    finished_at timestamptz,
    unique (queue, key)
);
create index leased_work_waiting on leased_work (queue, due_at) where state = 'waiting';
create index leased_work_dead on leased_work (queue) where state = 'dead';
create index leased_work_finished on leased_work (finished_at) where state = 'done';

-- Notifications are a hint that saves waiting for the next poll; the poll is the truth.
create function signal_row() returns trigger language plpgsql as
$$
begin
    perform pg_notify('transactional_messaging', tg_table_name);
    return null;
end
$$;
create trigger outbox_message_signal after insert on outbox_message for each statement execute function signal_row();
create trigger leased_work_signal after insert on leased_work for each statement execute function signal_row();
