-- Roads and trails as one MVT layer: far out the main roads only, served by network_edge_main_geom_idx, which holds no
-- others; then more and more, served by network_edge_geom_idx (GiST, EPSG:4326). Lines are simplified to a quarter of
-- a screen pixel. Binds: z, x, y, then the box in degrees: west, south, east, north; then the values of the condition.
WITH ask (z, x, y, box) AS (
  SELECT z, x, y, ST_MakeEnvelope(min_lon, min_lat, max_lon, max_lat, 4326)
  FROM (VALUES (?::int, ?::int, ?::int, ?::float8, ?::float8, ?::float8, ?::float8))
    AS v (z, x, y, min_lon, min_lat, max_lon, max_lat)
),
near AS (
  SELECT ask.*, e.*
  FROM ask JOIN network_edge AS e ON e.geom && ask.box AND e.class IN (
    'motorway', 'motorway_link', 'trunk', 'trunk_link', 'primary', 'primary_link', 'secondary', 'secondary_link')
  WHERE ask.z < 9
  UNION ALL
  SELECT ask.*, e.*
  FROM ask JOIN network_edge AS e ON e.geom && ask.box
  WHERE ask.z >= 9 AND (
    ask.z >= 13
    OR e.class NOT IN ('service', 'footway', 'steps', 'pedestrian', 'cycleway', 'residential', 'living_street')
      AND (ask.z >= 11 OR e.class NOT IN ('path', 'bridleway', 'track', 'unclassified', 'road')))
)
SELECT ST_AsMVT(f, 'network', 4096, 'geom', 'id') FROM (
  SELECT d.id, d.class, d.name, d.ref, d.synthetic,
         ST_AsMVTGeom(
           ST_Simplify(ST_Transform(d.geom, 3857), 40075016.7 / (1 << d.z) / 1024, true),
           ST_TileEnvelope(d.z, d.x, d.y), 4096, 64) AS geom
  FROM near AS d
  WHERE {condition}
) AS f
WHERE f.geom IS NOT NULL
