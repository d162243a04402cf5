-- Plans, those touched last first. Served by the primary keys; there are some thousands at most.
SELECT p.id, p.name, p.first_day, p.days, p.teams, p.synthetic, v.version, v.kind, v.expected,
       v.made_at AS modified_at, v.made_by AS modified_by, a.made_at AS approved_at, a.made_by AS approved_by
FROM plan AS p
  CROSS JOIN LATERAL (
    SELECT * FROM plan_version WHERE plan = p.id ORDER BY version DESC LIMIT 1) AS v
  LEFT JOIN LATERAL (
    SELECT made_at, made_by FROM plan_version WHERE plan = p.id AND kind = 'approved' ORDER BY version DESC LIMIT 1) AS a ON true
ORDER BY v.made_at DESC, p.id
LIMIT ?
