-- Where the sound of conversations is. Ids only, and no tenant: it may be told before the interview is known. Without
-- location: nobody may have it, and what there was of it is being deleted.
create table conversation_recording (
    conversation_id text primary key,
    location        text,
    recorded_at     timestamptz not null
);
create index conversation_route_interview on conversation_route (interview_id);
