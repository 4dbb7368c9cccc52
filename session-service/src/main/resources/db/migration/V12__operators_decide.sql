-- What a waiting conversation can be recognised by, and what an operator decided about one that fits several sessions.
alter table parked_conversation
    add column user_id    text,
    add column decided_at timestamptz,
    add column chosen     uuid;
create index parked_conversation_session on parked_conversation (client_session_id) where reason = 'waiting';
create index parked_conversation_user on parked_conversation (user_id, agent_id) where reason = 'waiting';
create index parked_conversation_ambiguous on parked_conversation (parked_at)
    where reason = 'ambiguous' and decided_at is null;
