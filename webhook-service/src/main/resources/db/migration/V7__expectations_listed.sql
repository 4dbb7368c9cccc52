-- The operators' list is sorted by the time since when something is owed.
create index expectation_since on expectation (since, interview_id, kind);
