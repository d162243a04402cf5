-- Puts a deleted route back as it was, with its evidence, under the next version, so that whoever holds its old entity
-- tag is told. Nothing when its id or its code is taken again. Served by route_change_id_idx. Binds: id.
WITH gone AS (
  SELECT c.before
  FROM route_change AS c
  WHERE c.id = ? AND c.operation = 'delete'
  ORDER BY c.change_no DESC
  LIMIT 1
),
back AS (
  INSERT INTO trafficking_route (
    id, code, name, status, origin, transit, destination, geom, drawn, matched_share, length_km, border_with, border_km,
    synthetic, unit, recorded_at, recorded_by, version)
  SELECT old.id, old.code, old.name, old.status, old.origin, old.transit, old.destination, old.geom, old.drawn,
         old.matched_share, old.length_km, old.border_with, old.border_km, old.synthetic, old.unit, old.recorded_at,
         old.recorded_by, old.version + 1
  FROM gone CROSS JOIN LATERAL jsonb_populate_record(NULL::trafficking_route, gone.before) AS old
  ON CONFLICT DO NOTHING
  RETURNING id
),
spoken AS (
  INSERT INTO route_evidence (route, kind, detection)
  SELECT back.id, one.kind, NULL
  FROM back, gone, jsonb_array_elements_text(gone.before -> 'evidence') AS one (kind)
  UNION ALL
  SELECT back.id, NULL, one.detection::uuid
  FROM back, gone, jsonb_array_elements_text(gone.before -> 'detections') AS one (detection)
)
SELECT count(*) FROM back
