-- The versions of a plan up to one of them, in their order. Served by the primary key.
SELECT version, kind, expected, change::text AS change, made_at, made_by
FROM plan_version
WHERE plan = ? AND version <= ?
ORDER BY version
