-- When units first counted something that holds inside [from, until), and how many of these counts may still change.
-- Served by outcome_cell_days_idx and primary keys. Binds: from, until, units.
SELECT c.unit, min(f.made_at) AS first, count(*) FILTER (WHERE v.provisional) AS provisional
FROM outcome_cell AS c
  JOIN outcome_count AS f ON f.cell = c.id AND f.version = 1
  CROSS JOIN LATERAL (SELECT * FROM outcome_count WHERE cell = c.id ORDER BY version DESC LIMIT 1) AS v
WHERE c.first_day >= ? AND c.until_day <= ? AND c.unit = ANY (?) AND v.value IS NOT NULL
GROUP BY c.unit
ORDER BY c.unit
