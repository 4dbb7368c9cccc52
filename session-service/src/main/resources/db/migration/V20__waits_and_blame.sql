-- What an interview waits for and until when, fixed when the wait begins; and why it did not take place.
alter table interview add column awaiting jsonb, add column blame text;

-- A witness names its evidence among what it tells of one interview, and not always among all that it ever tells.
alter table interview_fact drop constraint interview_fact_source_evidence_id_kind_key;
create unique index interview_fact_evidence on interview_fact (interview_id, source, evidence_id, kind);
drop index interview_fact_interview;
