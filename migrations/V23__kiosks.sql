-- Kiosks: what their printers do, and the tickets that they gave out without a network.

-- What a printer did last.
create table kiosk_printers (
  office text not null,
  kiosk bigint not null,
  printed_at bigint,
  -- Since when it does not print, and why; nothing while it does.
  failing_since bigint,
  failure text,
  primary key (office, kiosk)
);

-- Since when a kiosk has the numbers that it may give out by itself on a day.
create table kiosk_ranges (
  office text not null,
  kiosk bigint not null,
  day text not null,
  given_at bigint not null,
  primary key (office, kiosk, day)
);

-- Tickets of which a kiosk told later, each once, and what it was answered.
create table kiosk_tickets (
  office text not null,
  kiosk bigint not null,
  day text not null,
  letter text not null,
  number bigint not null,
  line text not null,
  -- When it was given out, as far as the kiosk's clock can be trusted.
  given_at bigint not null,
  told_at bigint not null,
  answer text not null,
  primary key (office, day, letter, number)
);

-- Tickets on their way to paper. What stands on one is blanked when nobody needs it any more.
create table printouts (
  visit_id text primary key,
  office text not null,
  kiosk bigint not null,
  content text not null,
  state text not null,
  created_at bigint not null,
  error text
);
create index printouts_by_time on printouts (created_at);
