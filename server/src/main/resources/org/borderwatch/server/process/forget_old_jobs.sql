-- Jobs that ended long ago go, with all that came of them. Reads the table once.
DELETE FROM job WHERE finished_at < now() - :days * interval '1 day'
