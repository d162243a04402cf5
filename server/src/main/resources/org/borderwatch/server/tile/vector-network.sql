-- Roads and trails as one MVT layer. Far out (below zoom 9) the main roads only, those of a class and a number as one
-- line without an id, simplified to a pixel of the screen: served by network_edge_main_geom_idx, which holds no others.
-- Then edges with their ids, more and more classes, simplified to a quarter of a pixel: served by network_edge_geom_idx
-- (GiST, EPSG:4326). Binds: z, x, y, then the box in degrees: west, south, east, north; then the values of the condition.
WITH ask (z, x, y, box, pixel) AS (
  SELECT z, x, y, ST_MakeEnvelope(min_lon, min_lat, max_lon, max_lat, 4326), 40075016.7 / (1 << z) / 256
  FROM (VALUES (?::int, ?::int, ?::int, ?::float8, ?::float8, ?::float8, ?::float8))
    AS v (z, x, y, min_lon, min_lat, max_lon, max_lat)
),
near AS (
  SELECT ask.z, e.id, e.class, e.name, e.ref, e.synthetic, e.geom
  FROM ask JOIN network_edge AS e ON e.geom && ask.box AND e.class IN (
    'motorway', 'motorway_link', 'trunk', 'trunk_link', 'primary', 'primary_link', 'secondary', 'secondary_link')
  WHERE ask.z < 9 AND (ask.z >= 7 OR e.class IN ('motorway', 'trunk', 'primary'))
  UNION ALL
  SELECT ask.z, e.id, e.class, e.name, e.ref, e.synthetic, e.geom
  FROM ask JOIN network_edge AS e ON e.geom && ask.box
  WHERE ask.z >= 9 AND (
    ask.z >= 13
    OR e.class NOT IN ('service', 'footway', 'steps', 'pedestrian', 'cycleway', 'residential', 'living_street')
      AND (ask.z >= 11 OR e.class NOT IN ('path', 'bridleway', 'track', 'unclassified', 'road')))
),
chosen AS MATERIALIZED (
  SELECT d.id, d.class, d.name, d.ref, d.synthetic, ST_Transform(d.geom, 3857) AS geom
  FROM near AS d
  WHERE {condition}
),
drawn AS (
  SELECT NULL::bigint AS id, c.class, NULL::text AS name, c.ref, c.synthetic,
         ST_Simplify(ST_LineMerge(ST_Collect(c.geom)), ask.pixel) AS geom
  FROM ask CROSS JOIN chosen AS c
  WHERE ask.z < 9
  GROUP BY c.class, c.ref, c.synthetic, ask.pixel
  UNION ALL
  SELECT c.id, c.class, c.name, c.ref, c.synthetic, ST_Simplify(c.geom, ask.pixel / 4, true)
  FROM ask CROSS JOIN chosen AS c
  WHERE ask.z >= 9
)
SELECT ST_AsMVT(f, 'network', 4096, 'geom', 'id') FROM (
  SELECT d.id, d.class, d.name, d.ref, d.synthetic,
         ST_AsMVTGeom(d.geom, ST_TileEnvelope(z, x, y), 4096, 64) AS geom
  FROM ask CROSS JOIN drawn AS d
) AS f
WHERE f.geom IS NOT NULL
