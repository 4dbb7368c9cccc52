-- Wakes the live streams of an interview when it has changed. PostgreSQL sends equal notifications of a transaction once.
create function interview_live() returns trigger language plpgsql as
$$
begin
    perform pg_notify('session_live', new.id::text);
    return null;
end
$$;
create function transcript_live() returns trigger language plpgsql as
$$
begin
    perform pg_notify('session_live', new.interview_id::text);
    return null;
end
$$;
create trigger interview_live after update of version on interview
    for each row execute function interview_live();
create trigger transcript_live after insert or update on transcript_checkpoint
    for each row execute function transcript_live();
