-- Interviews whose candidates were forgotten. Ids only, and no tenant: the interview may not be known here yet.
create table erased_interview (
    interview_id uuid primary key,
    erased_at    timestamptz not null
);
