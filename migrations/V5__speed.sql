-- What the portal asks most is found by an index, however many requests there are.

-- How a service did lately.
create index daily_facts_by_service on daily_facts (service, day);
-- What is open of a service or in a district. A service that keeps up has few of them among very many.
create index cases_open_by_service on cases (service, opened_at, id) where status <> 'closed';
create index cases_open_by_district on cases (district, opened_at, id)
  where status <> 'closed' and district is not null;
-- A rare service in a large district: neither's own index will do.
create index cases_by_service_and_district on cases (service, district, opened_at, id) where district is not null;
-- Which reports a map shows is decided without reading those that it does not show.
drop index cases_open_by_lat;
create index cases_open_by_place on cases (lat, long, opened_at, id)
  where status <> 'closed' and public = true and lat is not null;
