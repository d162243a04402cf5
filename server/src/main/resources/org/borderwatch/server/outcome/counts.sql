-- The newest version of each cell that shares a day with the months. Served by outcome_cell_days_idx and primary keys.
SELECT c.id AS cell, c.unit, c.indicator, c.first_day, c.until_day, c.partner,
       v.version, v.value, v.at_least, v.provisional, v.reason, v.made_at, v.made_by
FROM outcome_cell AS c
  CROSS JOIN LATERAL (SELECT * FROM outcome_count WHERE cell = c.id ORDER BY version DESC LIMIT 1) AS v
WHERE c.first_day < ? AND c.until_day > ? AND (? OR c.unit = ANY (?))
ORDER BY c.unit, c.indicator, c.first_day, c.until_day, c.partner
LIMIT ?
