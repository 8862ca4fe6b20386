-- The house's tables. One text for both engines: text, bigint, boolean and double precision only; ids and JSON
-- are text, instants are milliseconds UTC, local days are YYYY-MM-DD.

create table customers (
  id text primary key,
  kind text not null,
  name text,
  language text,
  created_at bigint not null
);

create table contact_points (
  id text primary key,
  customer_id text not null references customers (id),
  kind text not null,
  value text not null,
  verified boolean not null,
  created_at bigint not null
);
create index contact_points_by_value on contact_points (kind, value);
create index contact_points_by_customer on contact_points (customer_id);

-- The state of a case is what its events say; it stands here so that it can be found.
create table cases (
  id text primary key,
  reference text not null unique,
  revision bigint not null,
  counted bigint not null,
  kind text not null,
  service text not null,
  public boolean not null,
  district text,
  channel text not null,
  customer_id text references customers (id),
  opened_at bigint not null,
  promised_at bigint,
  first_reply_due_at bigint,
  flags text not null,
  description text not null,
  answers text not null,
  address text,
  address_id text,
  zipcode text,
  lat double precision,
  long double precision,
  media_url text,
  secret_hash text,
  agency text not null,
  queue text not null,
  updated_at bigint not null,
  status text not null,
  due_at bigint,
  waiting_since bigint,
  completion_missed boolean not null,
  first_reply_missed boolean not null,
  assignee text,
  first_replied_at bigint,
  closed_at bigint,
  outcome text,
  transfer_to text,
  open_tasks text not null,
  duplicate_of text,
  reopened bigint not null,
  feedback_invited boolean not null,
  ratings text not null,
  status_notes text
);
create index cases_by_opened on cases (opened_at, id);
create index cases_by_service on cases (service, opened_at, id);
create index cases_by_queue on cases (queue, coalesce(due_at, 9007199254740991), id) where status <> 'closed';
create index cases_by_customer on cases (customer_id, opened_at) where customer_id is not null;
create index cases_by_closing on cases (closed_at) where closed_at is not null;
create index cases_by_transfer on cases (transfer_to, id) where transfer_to is not null;
create index cases_by_duplicate on cases (duplicate_of) where duplicate_of is not null;
create index cases_about_to_be_late on cases (due_at) where status = 'open' and completion_missed = false;
create index cases_about_to_be_unanswered on cases (first_reply_due_at)
  where status = 'open' and first_reply_missed = false and first_replied_at is null
  and first_reply_due_at is not null;
create index cases_uncounted on cases (id) where counted < revision;

-- Everything that happened. Nothing here is ever changed or deleted.
create table events (
  id text primary key,
  case_id text references cases (id),
  number bigint,
  customer_id text,
  at bigint not null,
  recorded_at bigint not null,
  actor text not null,
  channel text not null,
  purpose text not null,
  kind text not null,
  particulars text not null,
  unique (case_id, number)
);
create index events_by_time on events (recorded_at, id);
create index events_by_customer on events (customer_id, id) where customer_id is not null;

create table contacts (
  id text primary key,
  case_id text not null references cases (id),
  direction text not null,
  kind text not null,
  channel text not null,
  writer text not null,
  body text not null,
  at bigint not null
);
create index contacts_by_case on contacts (case_id, at, id);

-- Those who reported the same thing: they are told what the speaking case's customer is told.
create table reporters (
  case_id text not null references cases (id),
  from_case_id text not null references cases (id),
  customer_id text,
  joined_at bigint not null,
  primary key (case_id, from_case_id)
);

create table tasks (
  id text primary key,
  case_id text not null references cases (id),
  agency text not null,
  words text not null,
  answer_words text,
  state text not null,
  asked_by text not null,
  asked_at bigint not null,
  due_at bigint,
  answered_at bigint,
  revision bigint not null
);
create index tasks_by_case on tasks (case_id, id);
create index tasks_by_agency on tasks (agency, state, asked_at);

create table feedback (
  id text primary key,
  case_id text not null references cases (id),
  score bigint not null,
  words text,
  channel text not null,
  at bigint not null
);
create index feedback_by_case on feedback (case_id);

-- Words that could not be saved where they were meant to go, because the case had moved on.
create table drafts (
  id text primary key,
  case_id text not null references cases (id),
  writer text not null,
  words text not null,
  why text not null,
  at bigint not null
);
create index drafts_by_writer on drafts (writer, at);

-- What was sent to a door that promises to take it in later.
create table inbox (
  id text primary key,
  token text not null unique,
  body text not null,
  received_at bigint not null,
  case_id text references cases (id)
);

-- The answers given to submissions with an idempotency key, to be given again.
create table replays (
  door text not null,
  key text not null,
  fingerprint text not null,
  answer text not null,
  at bigint not null,
  primary key (door, key)
);
create index replays_by_time on replays (at);

create table jobs (
  id text primary key,
  class text not null,
  kind text not null,
  payload text not null,
  state text not null,
  run_at bigint not null,
  attempts bigint not null,
  last_error text,
  created_at bigint not null
);
create index jobs_ready on jobs (class, run_at, id) where state = 'ready';
create index jobs_running on jobs (run_at, id) where state = 'running';
create index jobs_dead on jobs (created_at, id) where state = 'dead';

create table tokens (
  id text primary key,
  name text not null,
  hash text not null unique,
  scopes text not null,
  officer text,
  agency text,
  created_at bigint not null,
  expires_at bigint,
  revoked_at bigint
);

-- Counts by the local day on which cases were opened; rebuilt from events at any time with the same result.
create table daily_facts (
  day text not null,
  service text not null,
  agency text not null,
  district text not null,
  channel text not null,
  measure text not null,
  bucket bigint not null,
  n bigint not null,
  primary key (measure, day, service, agency, district, channel, bucket)
);

-- How far an import has come, so that it goes on from there.
create table imports (
  source text not null,
  fingerprint text not null,
  rows_done bigint not null,
  taken bigint not null,
  known bigint not null,
  rejected bigint not null,
  flagged bigint not null,
  updated_at bigint not null,
  primary key (source, fingerprint)
);

-- Which of the city's data were in force since when, for those who keep copies.
create table city_versions (
  fingerprint text primary key,
  since bigint not null
);
