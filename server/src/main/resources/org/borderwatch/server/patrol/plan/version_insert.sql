-- The next version of a plan; a taken number is a primary key that is taken.
INSERT INTO plan_version (plan, version, kind, roster, change, expected, made_by)
VALUES (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
