-- Only work that is due wakes its workers, and only they: what is due later is found by the poll. The payload names the
-- table, for work with its queue.
drop trigger leased_work_signal on leased_work;
create function signal_work() returns trigger language plpgsql as
$$
begin
    perform pg_notify('transactional_messaging', 'leased_work/' || new.queue);
    return null;
end
$$;
create trigger leased_work_signal after insert on leased_work for each row
    when (new.due_at <= clock_timestamp()) execute function signal_work();
