-- Those who follow a public report by e-mail. The secret opens nothing but the page that confirms and ends this one
-- following, and every message needs it again; so it is kept as it is.
create table followers (
  case_id text not null references cases (id),
  -- As in the outbox: one person follows a report once.
  mailbox text not null,
  to_value text not null,
  language text not null,
  secret text not null unique,
  asked_at bigint not null,
  confirmed_at bigint,
  primary key (case_id, mailbox)
);
create index followers_by_time on followers (asked_at);

-- Where whoever gets a message ends what it belongs to, with one click.
alter table outbox add column unsubscribe text;
