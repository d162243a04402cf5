-- Watches of a file whose key is stored: whether they say the same, whose they are, and what stands on either side.
-- Served by sensor_watch_source_key. Binds: synthetic.
-- Two branches, since no join can follow NULLS NOT DISTINCT.
WITH found AS (
  SELECT i.line, w.row_no FROM incoming_watch AS i
  JOIN sensor_watch AS w ON w.station = i.station AND w.source_ref = i.source_ref
  UNION ALL
  SELECT i.line, w.row_no FROM incoming_watch AS i
  JOIN sensor_watch AS w ON w.station IS NULL AND w.source_ref = i.source_ref
  WHERE i.station IS NULL
)
SELECT i.line, i.source_ref, w.responsible_station,
       (w.watched_from, w.watched_to, ST_AsBinary(w.geom), w.radius_m, w.synthetic)
         IS NOT DISTINCT FROM (i.watched_from, i.watched_to, ST_AsBinary(i.geom), i.radius_m, ask.synthetic) AS same,
       format('%s – %s, %s %s, %s m / %s – %s, %s %s, %s m',
         to_char(w.watched_from AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS"+07:00"'),
         to_char(w.watched_to AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS"+07:00"'),
         ST_X(w.geom), ST_Y(w.geom), w.radius_m,
         to_char(i.watched_from AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS"+07:00"'),
         to_char(i.watched_to AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS"+07:00"'),
         ST_X(i.geom), ST_Y(i.geom), i.radius_m) AS differs
FROM found
JOIN incoming_watch AS i USING (line)
JOIN sensor_watch AS w USING (row_no)
CROSS JOIN (VALUES (?::boolean)) AS ask (synthetic)
ORDER BY i.line
