-- Stores one detection, or nothing when its id or its source key is taken (detection_pkey, detection_source_key).
INSERT INTO detection (
  station, responsible_station, source, source_ref, observed_at, geom, accuracy_m, direction, setting, outcome,
  persons, women, children, indicators, origin, border_with, border_km, border_offset_m,
  id, synthetic, recorded_by)
VALUES (
  ?, ?, ?, ?, ?, ST_SetSRID(ST_MakePoint(?, ?), 4326), ?, ?, ?, ?,
  ?, ?, ?, ?, ?, ?, ?, ?,
  ?, ?, ?)
ON CONFLICT DO NOTHING
