-- Stored watches take what the file says. Served by sensor_watch_source_key. Binds: account, synthetic, lines.
UPDATE sensor_watch AS w SET
  responsible_station = i.responsible_station, watched_from = i.watched_from, watched_to = i.watched_to,
  geom = i.geom, radius_m = i.radius_m, recorded_at = now(), recorded_by = ?::text, synthetic = ?::boolean
FROM incoming_watch AS i
WHERE i.line = ANY (?::bigint[]) AND w.source_ref = i.source_ref AND w.station IS NOT DISTINCT FROM i.station
