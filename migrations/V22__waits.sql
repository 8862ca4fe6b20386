-- What somebody was told of their wait when they joined the line, so that what became of it corrects what is said next;
-- and what they need at the counter.

-- In milliseconds: as likely as not, and nine times out of ten; as it was said, and as it was reckoned before correction.
alter table visits add column said_half bigint;
alter table visits add column said_most bigint;
alter table visits add column reckoned_half bigint;
alter table visits add column reckoned_most bigint;
-- Words of a closed list with spaces between them, and the language of an interpreter.
alter table visits add column needs text not null default '';
alter table visits add column interpreter text;

create index visits_told on visits (office, day, called_at) where said_half is not null and called_at is not null;
create index visits_by_call on visits (office, day, called_at) where called_at is not null;
create index visits_gone on visits (office, line, ended_at) where status = 'over';
