-- The calls that the server follows, and the replica that does so. Ids only, without row-level security: a replica takes
-- over calls of all tenants. A row stays until everything that was heard is with session-service.
create table followed_call (
    call_id        text primary key,
    interview_id   uuid        not null,
    tenant         text        not null,
    follower       uuid,
    followed_until timestamptz not null
);
create index followed_call_interview on followed_call (interview_id);
create index followed_call_until on followed_call (followed_until);

-- Sessions that somebody else changed and the server set right again.
alter table call add column reassertions integer not null default 0;
