create table payment (id uuid primary key, amount integer not null);
