-- Which open reports are alike and near is decided without reading those that are not.
drop index cases_open_by_service_and_lat;
create index cases_open_by_service_and_lat on cases (service, lat, long, opened_at, id)
  where status <> 'closed' and public = true and lat is not null;
