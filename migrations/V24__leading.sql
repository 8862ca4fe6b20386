-- What a supervisor set for everybody who waits at an office; closed lines and announcements are of one day.
create table lobbies (
  office text primary key,
  revision bigint not null,
  day text not null,
  -- The codes of the lines that nobody joins any more on that day, as a JSON list.
  closed_lines text not null,
  announcement text,
  announced_until bigint,
  emergency_at bigint
);

-- How an office's days went, hour by hour of when people joined; written when a day is over.
create table visit_facts (
  office text not null,
  day text not null,
  line text not null,
  hour bigint not null,
  joined bigint not null,
  called bigint not null,
  in_time bigint not null,
  waited_ms bigint not null,
  served bigint not null,
  served_ms bigint not null,
  no_shows bigint not null,
  gave_up bigint not null,
  unserved bigint not null,
  overtaken bigint not null,
  overtaken_by_priority bigint not null,
  primary key (office, day, line, hour)
);
