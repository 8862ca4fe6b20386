-- Officers at their desks.

-- Who is signed in, by the hash of their cookie.
create table officer_sessions (
  hash text primary key,
  officer text not null,
  browser text not null,
  begun_at bigint not null,
  seen_at bigint not null,
  ended_at bigint
);
create index officer_sessions_by_officer on officer_sessions (officer, begun_at);
