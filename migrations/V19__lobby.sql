-- People at an office: their place in its line, and who sits at which counter.

-- What happened to a visit stands in the one list too.
alter table events add column visit_id text;
create unique index events_of_visit on events (visit_id, number) where visit_id is not null;

-- The state of a visit is what its events say; it stands here so that whoever is next can be found.
create table visits (
  id text primary key,
  revision bigint not null,
  office text not null,
  -- The day of the office, in its own zone.
  day text not null,
  letter text not null,
  number bigint not null,
  entry text not null,
  language text not null,
  customer_id text,
  case_id text,
  joined_at bigint not null,
  status text not null,
  line text not null,
  priority text not null,
  reason text,
  -- '' for whoever is next, 'counter:…' or 'officer:…'.
  kept_for text not null,
  place_at bigint not null,
  counter text,
  officer text,
  called_at bigint,
  calls bigint not null,
  served_at bigint,
  ended_at bigint,
  ended text,
  outcome text,
  -- What opens it to whoever holds its link.
  secret_hash text,
  unique (office, day, letter, number)
);
create unique index visits_by_secret on visits (secret_hash) where secret_hash is not null;
-- The first of each line is found at once, however many wait.
create index visits_waiting on visits (office, day, kept_for, line, priority, place_at, id) where status = 'waiting';
create index visits_open on visits (office, day, status, place_at, id) where status <> 'over';
create index visits_ended on visits (office, day, ended_at) where status = 'over';

-- Counters at which an officer sits, and whom they have before them.
create table counters (
  office text not null,
  counter text not null,
  officer text not null,
  visit_id text,
  -- Whom they had before, and until when that can be taken back.
  last_visit_id text,
  undo_until bigint,
  revision bigint not null,
  opened_at bigint not null,
  idle_since bigint not null,
  primary key (office, counter)
);
create unique index counters_by_officer on counters (officer);
