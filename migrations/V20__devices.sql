-- Screens and kiosks of an office, which nobody signs in at.
create table devices (
  id text primary key,
  kind text not null,
  office text not null,
  name text not null,
  -- By which a kiosk tells its own numbers from those of others; never given again, as it may come back with old tickets.
  kiosk_number bigint,
  hash text not null unique,
  added_at bigint not null,
  seen_at bigint,
  revoked_at bigint,
  unique (office, kiosk_number)
);

-- A board shows the latest calls of an office, also of those who were called once more.
alter table visits add column last_called_at bigint;
create index visits_called on visits (office, day, last_called_at) where last_called_at is not null;
