-- Tracks whose key is not there yet. Served by patrol_track_source_key. Binds: account, synthetic.
INSERT INTO patrol_track (station, responsible_station, source_ref, team, started_at, ended_at, geom, seconds, km, hours,
  recorded_by, synthetic)
SELECT station, responsible_station, source_ref, team, started_at, ended_at, geom, seconds, km, hours, ?::text, ?::boolean
FROM incoming_track
ORDER BY line
ON CONFLICT (station, source_ref) DO NOTHING
