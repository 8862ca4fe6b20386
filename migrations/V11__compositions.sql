-- Words that an officer is writing, kept letter by letter.

-- By the case's reference, since whoever writes may lose sight of the case, and does not lose the words.
create table compositions (
  id text primary key,
  reference text not null,
  officer text not null,
  kind text not null,
  outcome text,
  words text not null,
  revision bigint not null,
  base bigint not null,
  state text not null,
  why text,
  send_at bigint,
  at bigint not null
);
create index compositions_of_case on compositions (reference, officer);
create index compositions_of_officer on compositions (officer, at);
-- Each officer writes one thing about a case at a time.
create unique index compositions_open on compositions (reference, officer) where state <> 'thrown';

-- The reply that a file waits for.
alter table files add column composition_id text;
create index files_by_composition on files (composition_id) where composition_id is not null;
