-- What the public scorecard says of the waits at offices: how long people waited, and what they had been promised.

-- Never called, though they had waited longer than promised when they left, or the office closed on them.
alter table visit_facts add column lost bigint not null default 0;
-- Of those overtaken, those of whom nobody went first who waited for the same thing.
alter table visit_facts add column overtaken_by_line bigint not null default 0;
create index visit_facts_of_day on visit_facts (day);

-- How long those who joined on a day waited, in steps of `DurationScale`: until they were called, or until they were gone.
create table visit_waits (
  office text not null,
  day text not null,
  line text not null,
  bucket bigint not null,
  called bigint not null,
  gone bigint not null,
  primary key (office, day, line, bucket)
);
create index visit_waits_of_day on visit_waits (day);

-- How long anybody was promised to wait at most when a day was written down. It stays when the promise changes.
create table visit_promises (
  office text not null,
  day text not null,
  line text not null,
  promised_ms bigint not null,
  primary key (office, day, line)
);

-- Since when the office of a booking is closed at its time, as whoever booked was told.
alter table bookings add column closed_at bigint;
create index bookings_closed on bookings (office, starts_at, id) where closed_at is not null and status = 'booked';

-- Bookings of which it is known who made them, until that is forgotten.
create index bookings_named on bookings (starts_at) where name <> '';
