-- Watches whose key is not there yet. Served by sensor_watch_source_key. Binds: account, synthetic.
INSERT INTO sensor_watch (station, responsible_station, source_ref, watched_from, watched_to, geom, radius_m,
  recorded_by, synthetic)
SELECT station, responsible_station, source_ref, watched_from, watched_to, geom, radius_m, ?::text, ?::boolean
FROM incoming_watch
ORDER BY line
ON CONFLICT (station, source_ref) DO NOTHING
