-- Casework: merging, parents, corrections, approvals.

-- As which case it goes on, with which it is answered, how many are answered with it, and until when it rests.
alter table cases add column merged_into text;
alter table cases add column parent text;
alter table cases add column children bigint not null default 0;
alter table cases add column snoozed_until bigint;
-- Whether the house has looked whom to warn before the promise breaks; no part of the state.
alter table cases add column warned boolean not null default false;
create index cases_by_merge on cases (merged_into, id) where merged_into is not null;
create index cases_by_parent on cases (parent, id) where parent is not null;
create index cases_asleep on cases (snoozed_until) where snoozed_until is not null;
create index cases_about_to_break on cases (due_at)
  where status = 'open' and warned = false and completion_missed = false;

-- What superiors are asked.
create table approvals (
  id text primary key,
  case_id text not null references cases (id),
  remedy text,
  amount bigint,
  outcome text,
  -- What the customer is told once it is approved; until then nobody outside reads it.
  message text not null,
  asked_by text not null,
  officer text not null,
  asked_at bigint not null,
  due_at bigint,
  state text not null,
  answered_at bigint,
  revision bigint not null
);
create index approvals_by_case on approvals (case_id, id);
create index approvals_open on approvals (officer, due_at) where state = 'asked';
create index approvals_overdue on approvals (due_at) where state = 'asked' and due_at is not null;

-- What else is brought before them.
create table escalations (
  case_id text not null references cases (id),
  officer text not null,
  why text not null,
  at bigint not null,
  primary key (case_id, officer, why)
);
create index escalations_by_officer on escalations (officer, at);

-- From what to what answers, places and services were corrected. The words stand here alone.
create table corrections (
  id text primary key,
  case_id text not null references cases (id),
  what text not null,
  before_words text not null,
  after_words text not null,
  words text not null,
  corrected_by text not null,
  at bigint not null
);
create index corrections_by_case on corrections (case_id, id);
