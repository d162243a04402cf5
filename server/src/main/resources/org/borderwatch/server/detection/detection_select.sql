-- Detections with every column; a WHERE follows. Served by detection_row_no_key when paged, detection_pkey for one.
SELECT d.row_no, d.id, d.station, d.responsible_station, d.source, d.source_ref, d.observed_at,
       ST_X(d.geom) AS lon, ST_Y(d.geom) AS lat, d.accuracy_m, d.direction, d.setting, d.outcome,
       d.persons, d.women, d.children, d.indicators, d.origin, d.border_with, d.border_km, d.border_offset_m,
       d.synthetic, d.recorded_at, d.recorded_by, d.version
FROM detection AS d
