-- Finding cases by words.

-- The words of each case, folded and each once, newest case last. Over them each engine keeps an index of its own.
create table case_words (
  number bigint primary key,
  case_id text not null unique references cases (id),
  words text not null
);

-- What an officer opened, the latest first.
create table recents (
  officer text not null,
  case_id text not null references cases (id),
  at bigint not null,
  primary key (officer, case_id)
);
create index recents_by_time on recents (officer, at, case_id);

-- Every word that cases hold, and in how many: for beginnings of words, and for misspelt ones.
create table known_words (
  word text primary key,
  n bigint not null
);
-- Each of them without one of its letters, so that what differs by a letter meets there.
create table spellings (
  part text not null,
  word text not null,
  primary key (part, word)
);
-- The number of the last case whose words are known.
create table words_known (
  id bigint primary key,
  number bigint not null
);
