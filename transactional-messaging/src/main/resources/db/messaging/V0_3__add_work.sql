-- The one way to add work, also from within another statement. The same key again changes nothing.
create function add_work(work_queue text, work_key text, work_payload jsonb, delay_seconds double precision)
    returns boolean language sql as
$$
insert into leased_work (queue, key, payload, due_at)
values (work_queue, work_key, work_payload, clock_timestamp() + make_interval(secs => delay_seconds))
on conflict (queue, key) do nothing
returning true
$$;
