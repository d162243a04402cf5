-- Puts a deleted detection back as it was, under a new row number and the next version, so that whoever holds its old
-- entity tag is told. Served by detection_change_history_idx. Binds: id.
INSERT INTO detection (
  id, station, responsible_station, source, source_ref, observed_at, geom, accuracy_m, direction, setting, outcome,
  persons, women, children, indicators, origin, border_with, border_km, border_offset_m,
  synthetic, recorded_at, recorded_by, version)
SELECT old.id, old.station, old.responsible_station, old.source, old.source_ref, old.observed_at, old.geom,
       old.accuracy_m, old.direction, old.setting, old.outcome, old.persons, old.women, old.children,
       old.indicators, old.origin, old.border_with, old.border_km, old.border_offset_m,
       old.synthetic, old.recorded_at, old.recorded_by, old.version + 1
FROM (
  SELECT c.before
  FROM detection_change AS c
  WHERE c.id = ? AND c.operation = 'delete'
  ORDER BY c.change_no DESC
  LIMIT 1
) AS gone
CROSS JOIN LATERAL jsonb_populate_record(NULL::detection, gone.before) AS old
ON CONFLICT DO NOTHING
