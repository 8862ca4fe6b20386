-- What the house knows: articles in several languages, how often they answered, and what was said of them.

create table articles (
  id text primary key,
  code text not null unique,
  owner text,
  agency text,
  audience text not null,
  state text not null,
  services text not null,
  keywords text not null,
  reviewed_on text,
  review_on text,
  on_page boolean not null,
  from_city boolean not null,
  revision bigint not null,
  changed_at bigint not null
);

create table article_texts (
  article_id text not null references articles (id),
  language text not null,
  title text not null,
  body text not null,
  primary key (article_id, language)
);

-- What was done to an article, by whom; with the text where one was written. Rows are added and never changed.
create table article_revisions (
  article_id text not null references articles (id),
  number bigint not null,
  what text not null,
  language text,
  title text,
  body text,
  officer text,
  at bigint not null,
  primary key (article_id, number)
);

-- The cases that an article answered, each once.
create table article_uses (
  article_id text not null references articles (id),
  case_id text not null references cases (id),
  officer text not null,
  at bigint not null,
  primary key (article_id, case_id)
);
create index article_uses_by_time on article_uses (at, article_id);

-- What readers said: an officer, or somebody without a name.
create table article_feedback (
  id text primary key,
  article_id text not null references articles (id),
  helped boolean not null,
  words text,
  language text not null,
  officer text,
  at bigint not null
);
create index article_feedback_by_article on article_feedback (article_id, id);

-- The articles that went into what an officer is writing.
create table composition_articles (
  composition_id text not null,
  article_id text not null references articles (id),
  primary key (composition_id, article_id)
);
