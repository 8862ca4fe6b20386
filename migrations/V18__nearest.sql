-- The nearest open reports of a service are chosen by the index alone, which therefore holds its own condition too; a
-- case is read only to be shown.
drop index cases_open_by_service_and_lat;
create index cases_open_by_service_and_lat on cases (service, lat, long, district, opened_at, id, status, public)
  where status <> 'closed' and public = true and lat is not null;
