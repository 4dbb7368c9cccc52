-- Where a link leads. Hashes only and no personal data, so it is readable before the tenant is known.
create table booking_route (
    token_hash text primary key,
    tenant     text not null,
    booking_id uuid not null
);

create table resume (
    id            uuid primary key,
    tenant        text        not null,
    object_key    text        not null unique,
    original_name text        not null,
    content_type  text        not null,
    size          bigint      not null,
    sha256        text        not null,
    text          text,
    created_at    timestamptz not null
);

create table candidate (
    id         uuid primary key default uuidv7(),
    tenant     text        not null,
    email      text        not null,
    created_at timestamptz not null default now(),
    unique (tenant, email)
);

-- A copy of session-service's positions, as far as bookings need them.
create table position (
    id             uuid primary key,
    tenant         text        not null,
    title          text        not null,
    tenant_default boolean     not null,
    provider       text,
    deleted        boolean     not null,
    updated_at     timestamptz not null
);

-- The time is kept as the instant, the zone and the wall time that the candidate saw: zone rules change.
create table booking (
    id                  uuid primary key,
    tenant              text        not null,
    interview_id        uuid        not null unique,
    candidate_id        uuid        not null references candidate,
    name                text        not null,
    email               text        not null,
    phone               text        not null,
    scheduled_at        timestamptz not null,
    time_zone           text        not null,
    wall_time           timestamp   not null,
    position_id         uuid,
    provider            text        not null,
    resume_id           uuid references resume,
    stated_resume_text  text,
    consent_at          timestamptz,
    consent_text_sha256 text,
    created_at          timestamptz not null,
    mailed_at           timestamptz,
    admitted_at         timestamptz,
    ended_at            timestamptz
);
create index booking_by_time on booking (tenant, scheduled_at desc, id);

-- One booking for each idempotency key. What is sealed can be opened with the client's key only, of which a hash is kept.
create table idempotent_booking (
    tenant      text        not null,
    key_hash    text        not null,
    fingerprint bytea       not null,
    booking_id  uuid        not null,
    sealed_link bytea       not null,
    created_at  timestamptz not null default now(),
    primary key (tenant, key_hash)
);

alter table resume enable row level security;
alter table resume force row level security;
create policy tenant_rows on resume using (tenant = current_setting('app.tenant', true));
alter table candidate enable row level security;
alter table candidate force row level security;
create policy tenant_rows on candidate using (tenant = current_setting('app.tenant', true));
alter table position enable row level security;
alter table position force row level security;
create policy tenant_rows on position using (tenant = current_setting('app.tenant', true));
alter table booking enable row level security;
alter table booking force row level security;
create policy tenant_rows on booking using (tenant = current_setting('app.tenant', true));
alter table idempotent_booking enable row level security;
alter table idempotent_booking force row level security;
create policy tenant_rows on idempotent_booking using (tenant = current_setting('app.tenant', true));
