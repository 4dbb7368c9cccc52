-- What platform administrators decide about a tenant.
alter table tenant
    add column time_zone           text        not null default 'UTC',
    add column administrator_email text,
    add column default_provider    text,
    add column branding            jsonb       not null default '{}',
    add column version             integer     not null default 0,
    add column updated_at          timestamptz not null default now();

-- A route: ids only, no row-level security. It leads administrators, who belong to no tenant, to the tenants' rows.
create table tenant_directory (
    id text primary key
);
alter table tenant no force row level security;
insert into tenant_directory (id) select id from tenant;
alter table tenant force row level security;
