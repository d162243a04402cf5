-- Replaces the content of one detection if it still has the version that the caller read. Served by detection_pkey.
UPDATE detection SET (
  station, responsible_station, source, source_ref, observed_at, geom, accuracy_m, direction, setting, outcome,
  persons, women, children, indicators, origin, border_with, border_km, border_offset_m, version)
= (
  ?, ?, ?, ?, ?, ST_SetSRID(ST_MakePoint(?, ?), 4326), ?, ?, ?, ?,
  ?, ?, ?, ?, ?, ?, ?, ?, version + 1)
WHERE id = ? AND version = ?
