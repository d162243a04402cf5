-- How many pages the table has, about how many rows they hold, and the name under which others see the same snapshot.
-- Served by the catalogue's own indexes.
SELECT size.pages,
       CASE WHEN c.reltuples > 0 THEN c.reltuples / greatest(c.relpages, 1) * size.pages ELSE size.pages * 32 END::bigint AS rows,
       pg_export_snapshot() AS name
FROM pg_class AS c
CROSS JOIN LATERAL (
  SELECT pg_relation_size(c.oid) / current_setting('block_size')::integer AS pages) AS size
WHERE c.oid = 'detection'::regclass
