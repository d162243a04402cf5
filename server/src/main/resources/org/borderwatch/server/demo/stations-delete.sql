-- Stations of the demo go, but for those that an account, a real detection, real effort or a unit refers to. Reads the few units;
-- what a station recorded through detection_source_key and its like.
DELETE FROM unit AS u
WHERE u.synthetic
  AND NOT EXISTS (SELECT FROM detection AS d WHERE d.station = u.code)
  AND NOT EXISTS (SELECT FROM patrol_track AS t WHERE t.station = u.code)
  AND NOT EXISTS (SELECT FROM sensor_watch AS w WHERE w.station = u.code)
  AND NOT EXISTS (SELECT FROM account AS a WHERE a.unit = u.code)
  AND NOT EXISTS (SELECT FROM unit AS below WHERE below.parent = u.code)
