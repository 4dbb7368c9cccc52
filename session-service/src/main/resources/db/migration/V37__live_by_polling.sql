-- PostgreSQL commits the transactions that notify one after the other: replicas look for news themselves.
drop trigger interview_live on interview;
drop trigger transcript_live on transcript_checkpoint;
drop function interview_live();
drop function transcript_live();
