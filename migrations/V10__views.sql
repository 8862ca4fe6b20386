-- Views: filters that officers keep, for themselves or for their agency.

create table views (
  id text primary key,
  owner text not null,
  agency text,
  name text not null,
  filter text not null,
  sorting text not null,
  columns text not null,
  created_at bigint not null
);
create index views_by_owner on views (owner, id);
create index views_by_agency on views (agency, id) where agency is not null;

-- Which columns an officer wants to see of a view, be it one of the house's or a saved one.
create table view_columns (
  officer text not null,
  view text not null,
  columns text not null,
  primary key (officer, view)
);

-- What an officer chose about the desk itself.
create table desk_choices (
  officer text primary key,
  shortcuts boolean not null
);

-- Who looks at a case or writes at this moment. Nothing here is older than a minute or two.
create table presence (
  case_id text not null references cases (id),
  officer text not null,
  doing text not null,
  at bigint not null,
  primary key (case_id, officer)
);
create index presence_by_time on presence (at);

-- One act on many cases: planned, begun, taken back. Each case is done in a transaction of its own.
create table bulk_acts (
  id text primary key,
  officer text not null,
  body text not null,
  back text not null,
  created_at bigint not null,
  begun_at bigint,
  undone_at bigint
);
create index bulk_acts_by_time on bulk_acts (created_at);

create table bulk_items (
  bulk_id text not null references bulk_acts (id),
  place bigint not null,
  case_id text not null references cases (id),
  revision bigint not null,
  state text not null,
  why text,
  before text,
  done_at bigint,
  primary key (bulk_id, place)
);

-- The work of an agency: by state, and by who has it, always in the order in which it is due. All that a view can ask
-- of a case is in the index, so that cases which do not fit are passed over without being read.
create index cases_open_by_agency on cases
  (agency, status, coalesce(due_at, 9007199254740991), id, due_at, opened_at, service, district, queue, assignee,
   channel, language, kind, about_officer, about_office)
  where status <> 'closed';
create index cases_open_by_assignee on cases (agency, assignee, status, coalesce(due_at, 9007199254740991), id)
  where status <> 'closed';
create index cases_open_by_agency_and_opening on cases
  (agency, status, opened_at, id, due_at, service, district, queue, assignee, channel, language, kind, about_officer,
   about_office)
  where status <> 'closed';
create index cases_closed_by_agency on cases (agency, closed_at, id) where closed_at is not null;
