-- The portal: what a browser may open, requests that are still being written, files, and what cases are about.

-- Which complaints and compliments speak of whom, and which case they came from.
alter table cases add column about_agency text;
alter table cases add column about_office text;
alter table cases add column about_officer text;
alter table cases add column about_case text;
-- Reports nearby, and the map: only those that are open and have a position.
create index cases_open_by_service_and_lat on cases (service, lat)
  where status <> 'closed' and public = true and lat is not null;
create index cases_open_by_lat on cases (lat) where status <> 'closed' and public = true and lat is not null;
create index cases_by_district on cases (district, opened_at, id) where district is not null;
create index cases_about on cases (about_case) where about_case is not null;

-- A browser that has shown what opens a case keeps it open. Of its cookie only the hash is here.
create table sessions (
  hash text not null,
  case_id text not null references cases (id),
  held_at bigint not null,
  primary key (hash, case_id)
);
create index sessions_by_time on sessions (held_at);

-- A request that is being written, a page at a time.
create table askings (
  id text primary key,
  session text not null,
  link text unique,
  service text not null,
  body text not null,
  revision bigint not null,
  case_id text references cases (id),
  created_at bigint not null,
  updated_at bigint not null
);
create index askings_by_session on askings (session, updated_at);
create index askings_by_time on askings (updated_at);

-- What customers and officers send as files: checked, re-encoded, and kept as base64 so that one transaction holds it.
create table files (
  id text primary key,
  asking_id text,
  case_id text references cases (id),
  contact_id text,
  kind text not null,
  name text not null,
  size bigint not null,
  width bigint,
  height bigint,
  public boolean not null,
  body text not null,
  thumbnail text,
  at bigint not null
);
create index files_by_case on files (case_id, id) where case_id is not null;
create index files_by_asking on files (asking_id, id) where asking_id is not null;

-- What people say of a page.
create table page_feedback (
  id text primary key,
  page text not null,
  language text not null,
  score bigint not null,
  words text,
  at bigint not null
);
create index page_feedback_by_time on page_feedback (at);
