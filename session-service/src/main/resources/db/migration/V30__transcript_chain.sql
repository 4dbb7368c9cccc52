-- An item's place after another one, and its corrections. What an entry says now is what its highest revision says.
alter table transcript_entry
    add column previous_item_id text,
    add column revision         integer not null default 0,
    add column change           bigint  not null default 0,
    add column digest           bigint  not null default 0;
alter table transcript_entry
    alter column revision drop default,
    alter column change drop default,
    alter column digest drop default;

-- What each source has told so far: how much, a hash that no order of telling changes, and the number of the last batch
-- that changed anything in the interview's transcript.
create table transcript_checkpoint (
    interview_id uuid    not null references interview (id),
    source       text    not null,
    tenant       text    not null,
    entries      integer not null,
    hash         bigint  not null,
    change       bigint  not null,
    primary key (interview_id, source)
);
alter table transcript_checkpoint enable row level security;
alter table transcript_checkpoint force row level security;
create policy tenant_rows on transcript_checkpoint using (tenant = current_setting('app.tenant', true));
