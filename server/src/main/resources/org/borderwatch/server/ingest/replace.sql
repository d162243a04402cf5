-- Rows that are stored with other content take the content of the file. Binds: account, synthetic,
-- units that the account may write for (null: all).
-- Served by detection_row_no_key.
UPDATE detection AS d SET
  responsible_station = i.responsible_station, observed_at = i.observed_at, geom = i.geom, accuracy_m = i.accuracy_m,
  direction = i.direction, setting = i.setting, outcome = i.outcome, persons = i.persons, women = i.women,
  children = i.children, indicators = i.indicators, origin = i.origin, border_with = i.border_with,
  border_km = i.border_km, border_offset_m = i.border_offset_m, recorded_at = now(), recorded_by = ?::text,
  synthetic = ?::boolean, version = d.version + 1
FROM stored_already AS s JOIN incoming AS i USING (line), (VALUES (?::text[])) AS ask (units)
WHERE d.row_no = s.row_no AND NOT s.same AND (d.responsible_station = ANY (ask.units) OR ask.units IS NULL)
