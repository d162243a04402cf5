-- Every version of one cell, the newest first. Served by the primary keys.
SELECT c.id AS cell, c.unit, c.indicator, c.first_day, c.until_day, c.partner,
       v.version, v.value, v.at_least, v.provisional, v.reason, v.made_at, v.made_by
FROM outcome_cell AS c JOIN outcome_count AS v ON v.cell = c.id
WHERE c.id = ?
ORDER BY v.version DESC
