-- The newest reports that are open: where an area has very many, a map shows these.
create index cases_open_by_opening on cases (opened_at, id, lat, long)
  where status <> 'closed' and public = true and lat is not null;
