-- Officers at their desks.

-- Who is signed in, by the hash of their cookie.
create table officer_sessions (
  hash text primary key,
  officer text not null,
  browser text not null,
  -- Whether a new password has to be chosen before anything else.
  changes_password boolean not null,
  begun_at bigint not null,
  seen_at bigint not null,
  ended_at bigint
);
create index officer_sessions_by_officer on officer_sessions (officer, begun_at);

-- What officers' passwords are checked against, as PHC strings.
create table officer_passwords (
  officer text primary key,
  hash text not null,
  temporary boolean not null,
  set_at bigint not null
);

-- Browsers in which an officer has signed in before, by the hash of their cookie.
create table officer_browsers (
  hash text not null,
  officer text not null,
  seen_at bigint not null,
  primary key (hash, officer)
);

-- How often somebody tried to sign in, and when they may again.
create table sign_in_tries (
  lane text primary key,
  tries bigint not null,
  next_at bigint not null,
  tried_at bigint not null
);

-- When officers serve, over which channels, in which languages, and what they left for whoever came next.
create table shifts (
  id text primary key,
  officer text not null,
  status text not null,
  back_at bigint,
  channels text not null,
  languages text not null,
  note text,
  begun_at bigint not null,
  changed_at bigint not null,
  ended_at bigint
);
create unique index shifts_now on shifts (officer) where ended_at is null;
create index shifts_ended on shifts (ended_at) where ended_at is not null;

-- What an officer has in hand; all that is counted of it is in the index, so that no case is read for it.
create index cases_in_hand on cases
  (assignee, opened_at, id, status, due_at, agency, transfer_to, about_officer, about_office)
  where assignee is not null and status <> 'closed';
