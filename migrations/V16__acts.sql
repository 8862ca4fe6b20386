-- More time that is agreed with a customer.

-- When the work was due before more time was agreed; the public figures count against it.
alter table cases add column original_due_at bigint;
