-- PostgreSQL commits the transactions that notify one after the other, in the whole server. Each replica is told in memory
-- what its own transactions have added; what others add, its poll finds.
drop trigger outbox_message_signal on outbox_message;
drop trigger leased_work_signal on leased_work;
drop function signal_row();
drop function signal_work();

create or replace function renew_work(work_queue text, work_key text, work_payload jsonb) returns boolean language sql as
$$
insert into leased_work (queue, key, payload)
values (work_queue, work_key, work_payload)
on conflict (queue, key) do update
set payload = excluded.payload, state = 'waiting', attempts = 0, tried_since = null, due_at = now(), lease_owner = null,
    lease_until = null, last_error = null, finished_at = null
returning true
$$;
