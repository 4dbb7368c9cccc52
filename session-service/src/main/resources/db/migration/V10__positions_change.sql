-- Positions change: each change makes a new version, and a deleted one stays for those who booked it.
alter table position
    add column version    integer     not null default 0,
    add column updated_at timestamptz not null default now(),
    add column deleted_at timestamptz;
create index position_newest on position (tenant, created_at desc, id) where deleted_at is null;
