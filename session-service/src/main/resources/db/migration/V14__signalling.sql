-- How a call was set up, for diagnosis: SDP and ICE tell network addresses, so it is erased with the candidate.
create table signal (
    seq          bigint generated always as identity primary key,
    tenant       text        not null,
    interview_id uuid        not null references interview (id),
    kind         text        not null check (kind in ('server', 'offer', 'answer', 'candidate')),
    content      text        not null,
    told_at      timestamptz not null
);
create unique index signal_once on signal (interview_id, kind, md5(content));
alter table signal enable row level security;
alter table signal force row level security;
create policy tenant_rows on signal using (tenant = current_setting('app.tenant', true));
