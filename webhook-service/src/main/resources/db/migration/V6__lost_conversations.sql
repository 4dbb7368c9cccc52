-- Whose an expectation is, and what a conversation is looked for by while its id is not known.
alter table expectation add column tenant text;
alter table expectation add column client_session_id text;
alter table expectation add column ended_at timestamptz;
