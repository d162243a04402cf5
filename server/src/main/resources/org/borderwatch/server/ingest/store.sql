-- New rows, by blocks of the temporary table so that progress is seen. Binds: account, synthetic, first and last tid.
-- No index: blocks are read by their place (tid range scan).
INSERT INTO detection (
  id, station, responsible_station, source, source_ref, observed_at, geom, accuracy_m, direction, setting, outcome,
  persons, women, children, indicators, origin, border_with, border_km, border_offset_m, recorded_by, synthetic)
SELECT id, station, responsible_station, source, source_ref, observed_at, geom, accuracy_m, direction, setting, outcome,
       persons, women, children, indicators, origin, border_with, border_km, border_offset_m, ?::text, ?::boolean
FROM incoming
WHERE ctid >= ?::tid AND ctid < ?::tid
