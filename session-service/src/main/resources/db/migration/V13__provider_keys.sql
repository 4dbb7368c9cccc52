-- Tenants' keys with providers: AES-256-GCM, sealed with the key that key_id names.
create table provider_key (
    id          uuid primary key,
    tenant      text        not null references tenant (id),
    provider    text        not null,
    key_id      text        not null,
    sealed      bytea       not null,
    fingerprint text        not null,
    updated_at  timestamptz not null,
    unique (tenant, provider)
);
alter table provider_key enable row level security;
alter table provider_key force row level security;
create policy tenant_rows on provider_key using (tenant = current_setting('app.tenant', true));
