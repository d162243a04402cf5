-- Stored tracks take what the file says. Served by patrol_track_source_key. Binds: account, synthetic, lines.
UPDATE patrol_track AS t SET
  responsible_station = i.responsible_station, team = i.team, started_at = i.started_at, ended_at = i.ended_at,
  geom = i.geom, seconds = i.seconds, km = i.km, hours = i.hours, recorded_at = now(), recorded_by = ?::text,
  synthetic = ?::boolean
FROM incoming_track AS i
WHERE i.line = ANY (?::bigint[]) AND t.source_ref = i.source_ref AND t.station IS NOT DISTINCT FROM i.station
