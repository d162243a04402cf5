-- A detection of the demo; one with the same key stays as it is. Served by detection_source_key.
-- Binds: station, responsible_station, source, source_ref, observed_at, lon, lat, accuracy_m, direction, setting, outcome,
-- persons, women, children, indicators, origin, border_with, border_km, border_offset_m.
INSERT INTO detection (station, responsible_station, source, source_ref, observed_at, geom, accuracy_m, direction, setting,
  outcome, persons, women, children, indicators, origin, border_with, border_km, border_offset_m, synthetic, recorded_by)
VALUES (?, ?, ?, ?, ?, ST_SetSRID(ST_MakePoint(?, ?), 4326), ?, ?, ?, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?, true, 'demo')
ON CONFLICT (station, source, source_ref) DO NOTHING
