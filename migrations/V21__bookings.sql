-- Times that people book at an office. No time of a counter is ever given twice: the primary key of its cells says so.

-- What happened to a booking stands in the one list too.
alter table events add column booking_id text;
create unique index events_of_booking on events (booking_id, number) where booking_id is not null;

-- The state of a booking is what its events say; who booked stands beside it, where it can be erased.
create table bookings (
  id text primary key,
  reference text not null unique,
  revision bigint not null,
  office text not null,
  line text not null,
  language text not null,
  name text not null,
  email text,
  phone text,
  customer_id text,
  made_at bigint not null,
  status text not null,
  counter text not null,
  starts_at bigint not null,
  ends_at bigint not null,
  -- The day of the office, in its own zone.
  day text not null,
  -- Since when it stands at this time.
  fixed_at bigint not null,
  changed_at bigint not null,
  sequence bigint not null,
  reminded_at bigint,
  earlier_since bigint,
  visit_id text
);
create index bookings_of_day on bookings (office, day, starts_at, id);
create index bookings_ahead on bookings (office, starts_at, id) where status = 'booked';
create index bookings_earlier on bookings (office, earlier_since, id) where earlier_since is not null;
create index bookings_of_customer on bookings (customer_id) where customer_id is not null;
create unique index bookings_of_visit on bookings (visit_id) where visit_id is not null;

-- The time of a counter in pieces of five minutes, each with whoever has it: a booking, or a time that is held.
create table booking_cells (
  office text not null,
  counter text not null,
  at bigint not null,
  holder text not null,
  -- None of what is booked; what is held is anybody's after that.
  held_until bigint,
  primary key (office, counter, at)
);
create index booking_cells_of_holder on booking_cells (holder);

-- Times that are held: for a browser while its form is filled in, or as an offer to somebody who wants an earlier one.
create table booking_holds (
  id text primary key,
  session text,
  booking_id text,
  office text not null,
  line text not null,
  counter text not null,
  starts_at bigint not null,
  ends_at bigint not null,
  held_until bigint not null
);
create unique index booking_holds_of_session on booking_holds (session) where session is not null;
create unique index booking_holds_of_booking on booking_holds (booking_id) where booking_id is not null;
create index booking_holds_until on booking_holds (held_until);

-- Times that somebody who wants an earlier one was offered and did not take.
create table booking_refusals (
  booking_id text not null,
  starts_at bigint not null,
  primary key (booking_id, starts_at)
);

-- What opens a booking to whoever holds its link.
create table booking_links (
  hash text primary key,
  booking_id text not null
);
create index booking_links_of_booking on booking_links (booking_id);
