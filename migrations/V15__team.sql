-- Macros: named lists of acts that officers keep, for themselves, for their team or for their agency.

create table macros (
  id text primary key,
  owner text not null,
  -- The agency that it is shared with; where a team is named too, with nobody else of it.
  agency text,
  -- Whoever leads the team that it is shared with.
  team text,
  name text not null,
  steps text not null,
  created_at bigint not null
);
create index macros_by_owner on macros (owner, id);
create index macros_by_agency on macros (agency, id) where agency is not null;

-- What is done to one case exactly, where that is not the same for all of them.
alter table bulk_items add column plan text;
