-- A plan with one version of its roster; of the parameters, the second is null for the newest. Served by the primary keys.
SELECT p.name, p.basis::text AS basis, p.made_at, p.made_by, v.version, v.roster::text AS roster
FROM plan AS p JOIN plan_version AS v ON v.plan = p.id
WHERE p.id = ? AND v.version <= coalesce(?::integer, 2147483647)
ORDER BY v.version DESC
LIMIT 1
