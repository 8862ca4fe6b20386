-- Whoever waits elsewhere and is called by phone, and written work at a counter.

-- How often they were called and did not answer, where they are called by phone at all; when they are tried again; and in
-- which window they were told that the call comes.
alter table visits add column unanswered bigint;
alter table visits add column again_at bigint;
alter table visits add column window_from bigint;
alter table visits add column window_until bigint;

-- Where to call them: apart from what happened, and gone when the day of the office is over.
create table call_back_numbers (
  visit_id text primary key,
  office text not null,
  day text not null,
  phone text not null
);
create index call_back_numbers_of_day on call_back_numbers (office, day, phone);

-- Of those who were told a window, how many were called or never reached, and how many were called before it was over.
alter table visit_facts add column windows bigint not null default 0;
alter table visit_facts add column windows_kept bigint not null default 0;

-- What an officer takes at a counter: visits and calls, written work, or both. The case that they have before them and had
-- before, and whether it was nobody's when they were given it.
alter table counters add column takes text not null default 'live';
alter table counters add column case_id text;
alter table counters add column last_case_id text;
alter table counters add column case_given boolean not null default false;
