-- Detections and effort that cannot be. Reads the tables once; the history through its index on id or in one pass.
SELECT count(*) || ' detections lie outside the surroundings of Viet Nam' AS what,
       'look at them in the table detection; latitude and longitude may be swapped' AS remedy
FROM borderwatch.detection
WHERE NOT geom && ST_MakeEnvelope(100, 6, 112, 26, 4326)
HAVING count(*) > 0
UNION ALL
SELECT count(*) || ' detections were observed in the future',
       'check the clock of this machine and the times in the file they came from'
FROM borderwatch.detection
WHERE observed_at > now() + interval '1 day'
HAVING count(*) > 0
UNION ALL
SELECT count(*) || ' detections have a geometry that is empty or finer than 1e-7 degrees',
       'import them again; the importer rounds'
FROM borderwatch.detection
WHERE ST_IsEmpty(geom)
   OR round(ST_X(geom)::numeric, 7) <> ST_X(geom)::numeric
   OR round(ST_Y(geom)::numeric, 7) <> ST_Y(geom)::numeric
HAVING count(*) > 0
UNION ALL
SELECT 'there are ' || stored.n || ' detections, and the history tells of ' || told.n,
       'somebody wrote past the triggers; restore the last good backup'
FROM (SELECT count(*) AS n FROM borderwatch.detection) AS stored,
     (SELECT count(*) FILTER (WHERE operation = 'insert') - count(*) FILTER (WHERE operation = 'delete') AS n
      FROM borderwatch.detection_change) AS told
WHERE stored.n <> told.n
UNION ALL
SELECT count(*) || ' patrol tracks or sensor watches lie outside the surroundings of Viet Nam',
       'look at them in the tables patrol_track and sensor_watch; latitude and longitude may be swapped'
FROM (SELECT geom FROM borderwatch.patrol_track UNION ALL SELECT geom FROM borderwatch.sensor_watch) AS effort
WHERE NOT geom && ST_MakeEnvelope(100, 6, 112, 26, 4326)
HAVING count(*) > 0
UNION ALL
SELECT count(*) || ' patrol tracks or sensor watches end in the future',
       'check the clock of this machine and the times in the file they came from'
FROM (SELECT ended_at FROM borderwatch.patrol_track UNION ALL SELECT watched_to FROM borderwatch.sensor_watch) AS effort
WHERE ended_at > now() + interval '1 day'
HAVING count(*) > 0
UNION ALL
SELECT 'there are ' || stored.n || ' routes, and the history tells of ' || told.n,
       'somebody wrote past the triggers; restore the last good backup'
FROM (SELECT count(*) AS n FROM borderwatch.trafficking_route) AS stored,
     (SELECT count(*) FILTER (WHERE operation = 'insert') - count(*) FILTER (WHERE operation = 'delete') AS n
      FROM borderwatch.route_change) AS told
WHERE stored.n <> told.n
UNION ALL
SELECT count(*) || ' routes name detections as evidence that are not stored',
       'undo the deletion of the detections, or edit the routes; the table route_evidence names both'
FROM borderwatch.route_evidence AS e
WHERE e.detection IS NOT NULL
  AND NOT EXISTS (SELECT FROM borderwatch.detection AS d WHERE d.id = e.detection)
HAVING count(*) > 0
UNION ALL
SELECT count(*) || ' plans lack a version, or have a gap between versions',
       'restore the last good backup; versions are never deleted one by one'
FROM (
  SELECT p.id
  FROM borderwatch.plan AS p LEFT JOIN borderwatch.plan_version AS v ON v.plan = p.id
  GROUP BY p.id
  HAVING count(v.version) = 0 OR max(v.version) <> count(v.version)) AS broken
HAVING count(*) > 0
UNION ALL
SELECT count(*) || ' outcome counts lack a version, or have a gap between versions',
       'restore the last good backup; versions are never deleted one by one'
FROM (
  SELECT c.id
  FROM borderwatch.outcome_cell AS c LEFT JOIN borderwatch.outcome_count AS v ON v.cell = c.id
  GROUP BY c.id
  HAVING count(v.version) = 0 OR max(v.version) <> count(v.version)) AS broken
HAVING count(*) > 0
