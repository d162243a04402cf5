-- Stations of the demo go, but for those that an account, a real detection or a unit refers to. Reads the few units;
-- detections of a station through detection_source_key.
DELETE FROM unit AS u
WHERE u.synthetic
  AND NOT EXISTS (SELECT FROM detection AS d WHERE d.station = u.code)
  AND NOT EXISTS (SELECT FROM account AS a WHERE a.unit = u.code)
  AND NOT EXISTS (SELECT FROM unit AS below WHERE below.parent = u.code)
