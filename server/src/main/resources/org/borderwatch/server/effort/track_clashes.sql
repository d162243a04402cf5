-- Tracks of a file whose key is stored: whether they say the same, whose they are, and what stands on either side.
-- Served by patrol_track_source_key. Binds: synthetic.
-- Two branches, since no join can follow NULLS NOT DISTINCT.
WITH found AS (
  SELECT i.line, t.row_no FROM incoming_track AS i
  JOIN patrol_track AS t ON t.station = i.station AND t.source_ref = i.source_ref
  UNION ALL
  SELECT i.line, t.row_no FROM incoming_track AS i
  JOIN patrol_track AS t ON t.station IS NULL AND t.source_ref = i.source_ref
  WHERE i.station IS NULL
)
SELECT i.line, i.source_ref, t.responsible_station,
       (t.team, t.started_at, t.seconds, ST_AsBinary(t.geom), t.synthetic)
         IS NOT DISTINCT FROM (i.team, i.started_at, i.seconds, ST_AsBinary(i.geom), ask.synthetic) AS same,
       format('%s, %s, %s km, %s h, %s positions / %s, %s, %s km, %s h, %s positions',
         coalesce(t.team, '—'), to_char(t.started_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS"+07:00"'),
         round(t.km::numeric, 1), round(t.hours::numeric, 1), cardinality(t.seconds),
         coalesce(i.team, '—'), to_char(i.started_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS"+07:00"'),
         round(i.km::numeric, 1), round(i.hours::numeric, 1), cardinality(i.seconds)) AS differs
FROM found
JOIN incoming_track AS i USING (line)
JOIN patrol_track AS t USING (row_no)
CROSS JOIN (VALUES (?::boolean)) AS ask (synthetic)
ORDER BY i.line
