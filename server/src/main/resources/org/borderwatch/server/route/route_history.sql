-- A route as it is now, if it is there, and the newest of its changes with the row as it was before, newest first.
-- Served by trafficking_route_pkey and route_change_id_idx. Binds: id, how many changes at most.
WITH ask (id, most) AS (VALUES (?::uuid, ?::int)),
told AS (
  SELECT r.id, 'now' AS operation, now() AS changed_at, '' AS changed_by, 9223372036854775807 AS change_no,
         to_jsonb(r) || jsonb_build_object(
           'evidence', to_jsonb(ARRAY(SELECT e.kind FROM route_evidence AS e
                                      WHERE e.route = r.id AND e.kind IS NOT NULL ORDER BY 1)),
           'detections', to_jsonb(ARRAY(SELECT e.detection FROM route_evidence AS e
                                        WHERE e.route = r.id AND e.detection IS NOT NULL ORDER BY 1))) AS image
  FROM ask JOIN trafficking_route AS r ON r.id = ask.id
  UNION ALL
  (SELECT c.id, c.operation, c.changed_at, c.changed_by, c.change_no, c.before
   FROM ask JOIN route_change AS c ON c.id = ask.id
   ORDER BY c.change_no DESC
   LIMIT (SELECT most FROM ask))
)
SELECT operation, changed_at, changed_by, image - 'geom' - 'drawn' AS image, md5(image ->> 'geom') AS line
FROM told
ORDER BY change_no DESC
