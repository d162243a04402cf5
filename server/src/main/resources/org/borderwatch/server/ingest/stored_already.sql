-- Rows of the file whose key is stored, and whether the content is the same. Binds: synthetic.
-- Served by detection_source_key, or by one pass over each table when the file is large.
-- Two branches, since no join can follow NULLS NOT DISTINCT.
CREATE TEMPORARY TABLE stored_already ON COMMIT DROP AS
WITH found AS (
  SELECT i.line, d.row_no FROM incoming AS i
  JOIN detection AS d ON d.station = i.station AND d.source = i.source AND d.source_ref = i.source_ref
  UNION ALL
  SELECT i.line, d.row_no FROM incoming AS i
  JOIN detection AS d ON d.station IS NULL AND d.source = i.source AND d.source_ref = i.source_ref
  WHERE i.station IS NULL
)
SELECT i.line, d.row_no, d.responsible_station,
       (d.observed_at, d.geom, d.accuracy_m, d.direction, d.setting, d.outcome, d.persons, d.women, d.children, d.origin, d.synthetic)
         IS NOT DISTINCT FROM
       (i.observed_at, i.geom, i.accuracy_m, i.direction, i.setting, i.outcome, i.persons, i.women, i.children, i.origin, ask.synthetic)
         AND d.indicators @> i.indicators AND d.indicators <@ i.indicators AS same
FROM found
JOIN incoming AS i USING (line)
JOIN detection AS d USING (row_no)
CROSS JOIN (VALUES (?::boolean)) AS ask (synthetic)
