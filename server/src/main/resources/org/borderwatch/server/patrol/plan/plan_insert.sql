-- A plan, unless there are as many as may be.
INSERT INTO plan (id, name, basis, first_day, days, teams, synthetic, made_by)
SELECT ?, ?, ?::jsonb, ?, ?, ?, ?, ?
WHERE (SELECT count(*) FROM plan) < ?
