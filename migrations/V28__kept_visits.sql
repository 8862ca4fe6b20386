-- Whoever is kept for a counter or an officer is found without looking at everybody else who waits.
create index visits_kept on visits (office, day, kept_for, priority, place_at, id) where status = 'waiting' and kept_for <> '';
