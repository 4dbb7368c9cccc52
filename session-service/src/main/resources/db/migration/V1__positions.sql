create table tenant (
    id         text primary key,
    name       text        not null,
    created_at timestamptz not null
);
alter table tenant enable row level security;
alter table tenant force row level security;
create policy tenant_rows on tenant using (id = current_setting('app.tenant', true));

create table position (
    id                 uuid primary key,
    tenant             text        not null references tenant (id),
    about              jsonb       not null,
    provider           text,
    tenant_default     boolean     not null,
    created_at         timestamptz not null
);
create unique index position_one_default on position (tenant) where tenant_default;
alter table position enable row level security;
alter table position force row level security;
create policy tenant_rows on position using (tenant = current_setting('app.tenant', true));
