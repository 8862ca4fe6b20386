-- Messages that leave the house. What they hold of a secret is blanked when they have left.
create table outbox (
  id text primary key,
  case_id text references cases (id),
  channel text not null,
  to_value text not null,
  -- SHA-256 of whom it reaches: what is sent to one person is counted by it.
  mailbox text not null,
  language text not null,
  subject text not null,
  body text not null,
  kind text not null,
  state text not null,
  created_at bigint not null,
  sent_at bigint,
  error text
);
create index outbox_by_mailbox on outbox (mailbox, created_at);
create index outbox_by_time on outbox (created_at, id);
create index outbox_waiting on outbox (created_at) where state = 'waiting';

-- Codes that prove an address. The one of an address that no customer has opens nothing.
create table codes (
  id text primary key,
  contact_point_id text,
  purpose text not null,
  hash text not null,
  expires_at bigint not null,
  tries_left bigint not null,
  created_at bigint not null
);
create index codes_by_time on codes (created_at);
