-- Tracks of some stations in a time and a box. Served by patrol_track_started_at_idx and patrol_track_geom_idx.
SELECT coalesce(responsible_station, station) AS station, team, extract(epoch FROM started_at) AS started,
       ST_AsBinary(geom) AS lines, seconds
FROM patrol_track
WHERE synthetic = ?
  AND started_at < ? AND started_at > ?::timestamptz - interval '36 hours' AND ended_at > ?
  AND (responsible_station = ANY (?) OR station = ANY (?))
  AND geom && ST_MakeEnvelope(?, ?, ?, ?, 4326)
ORDER BY started_at, row_no
LIMIT ?
