-- Routes that a filter means, with every column and their evidence; pages follow the code. Routes are hundreds: one by
-- trafficking_route_pkey, in a box by trafficking_route_geom_idx, otherwise in the order of trafficking_route_code_key.
-- Binds: minLon, minLat, maxLon, maxLat (all null: anywhere), statuses, codes, names, origins, destinations, transit,
-- neighbours (each null: any), kind, id (null: any), the code after which a page begins, how many at most.
WITH ask (min_lon, min_lat, max_lon, max_lat, statuses, codes, names, origins, destinations, transit, neighbours,
    synthetic, id, after, most) AS (
  VALUES (?::float8, ?::float8, ?::float8, ?::float8, ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
    ?::text[], ?::boolean, ?::uuid, ?::text, ?::int)
),
matching AS (
  SELECT r.*
  FROM ask JOIN trafficking_route AS r ON true
  WHERE (ask.min_lon IS NULL
         OR ST_Intersects(r.geom, ST_MakeEnvelope(ask.min_lon, ask.min_lat, ask.max_lon, ask.max_lat, 4326)))
    AND (ask.statuses IS NULL OR r.status = ANY (ask.statuses))
    AND (ask.codes IS NULL OR r.code = ANY (ask.codes))
    AND (ask.names IS NULL OR r.name = ANY (ask.names))
    AND (ask.origins IS NULL OR r.origin = ANY (ask.origins))
    AND (ask.destinations IS NULL OR r.destination = ANY (ask.destinations))
    AND (ask.transit IS NULL OR r.transit && ask.transit)
    AND (ask.neighbours IS NULL OR r.border_with = ANY (ask.neighbours))
    AND (ask.synthetic IS NULL OR r.synthetic = ask.synthetic)
    AND (ask.id IS NULL OR r.id = ask.id)
    AND r.code COLLATE "C" > ask.after COLLATE "C"
  ORDER BY r.code COLLATE "C"
  LIMIT (SELECT most FROM ask)
)
SELECT m.id, m.code, m.name, m.status, m.origin, m.transit, m.destination, ST_AsBinary(m.geom) AS geom,
       ST_AsBinary(m.drawn) AS drawn, m.matched_share, m.length_km, m.border_with, m.border_km, m.synthetic, m.unit,
       m.recorded_at, m.recorded_by, m.version,
       ARRAY(SELECT e.kind FROM route_evidence AS e WHERE e.route = m.id AND e.kind IS NOT NULL ORDER BY 1) AS evidence,
       ARRAY(SELECT e.detection FROM route_evidence AS e WHERE e.route = m.id AND e.detection IS NOT NULL ORDER BY 1)
         AS detections
FROM matching AS m
ORDER BY m.code COLLATE "C"
