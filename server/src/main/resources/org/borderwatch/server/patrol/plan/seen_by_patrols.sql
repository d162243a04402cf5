-- Groups that patrols stopped, in a time and a box. Served by detection_observed_at_idx.
SELECT extract(epoch FROM observed_at) AS at, ST_X(geom) AS lon, ST_Y(geom) AS lat, persons
FROM detection
WHERE synthetic = ? AND source = 'patrol' AND outcome IN ('turned_back', 'intercepted')
  AND observed_at >= ? AND observed_at < ?
  AND geom && ST_MakeEnvelope(?, ?, ?, ?, 4326)
