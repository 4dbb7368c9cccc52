-- What a delivery is about, where it says so: to search by, and to forget by.
alter table delivery add column interview_id uuid;
alter table delivery add column conversation_id text;
create index delivery_interview on delivery (interview_id) where interview_id is not null;
create index delivery_conversation on delivery (conversation_id) where conversation_id is not null;

-- Deliveries are deleted by their age now, not by work of their own.
delete from leased_work where queue = 'forget-delivery';
