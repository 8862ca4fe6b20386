-- What whoever booked needs at the office, as it was said on the phone or at the reception. Never why they need it.
alter table bookings add column needs text not null default '';
alter table bookings add column interpreter text;
