-- payments counts the payments of the account: taken under the row's lock, it numbers them without a gap.
create table account (
    id       text primary key,
    payments bigint not null default 0
);
insert into account (id) select 'account-' || n from generate_series(0, 99) as n;

create table payment (
    id      uuid primary key,
    account text        not null references account,
    number  bigint      not null,
    made_at timestamptz not null,
    unique (account, number)
);

-- Not unique by event on purpose: an effect that happens twice shall show. Number 0 is what no receipt takes.
create table receipt (
    id       bigint generated always as identity primary key,
    event_id uuid   not null,
    account  text   not null,
    number   bigint not null check (number > 0)
);

create table settlement (
    id         bigint generated always as identity primary key,
    key        text        not null,
    attempt    integer     not null,
    settled_at timestamptz not null
);
