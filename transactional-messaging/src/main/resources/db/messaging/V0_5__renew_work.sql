-- Lets work be done again that may have been done, or have died, before. What a worker is at just now he cannot settle any
-- more: it is not his after this.
create function renew_work(work_queue text, work_key text, work_payload jsonb) returns boolean language sql as
$$
insert into leased_work (queue, key, payload)
values (work_queue, work_key, work_payload)
on conflict (queue, key) do update
set payload = excluded.payload, state = 'waiting', attempts = 0, tried_since = null, due_at = now(), lease_owner = null,
    lease_until = null, last_error = null, finished_at = null;
select pg_notify('transactional_messaging', 'leased_work/' || work_queue);
select true;
$$;
