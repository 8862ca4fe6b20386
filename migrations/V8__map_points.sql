-- A map shows five hundred reports at once. Their indexes hold all that it says of them, so that no report itself is read.
drop index cases_open_by_opening;
create index cases_open_by_opening on cases
  (opened_at, id, lat, long, reference, status, service, district, address)
  where status <> 'closed' and public = true and lat is not null;
drop index cases_open_by_place;
create index cases_open_by_place on cases
  (lat, long, opened_at, id, reference, status, service, district, address)
  where status <> 'closed' and public = true and lat is not null;
