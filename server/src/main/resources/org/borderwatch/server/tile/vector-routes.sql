-- Trafficking routes as one MVT layer.
-- Served by trafficking_route_geom_idx (GiST, EPSG:4326).
-- Binds: z, x, y, then the box in degrees: west, south, east, north; then the values of the condition.
WITH ask (z, x, y, box) AS (
  SELECT z, x, y, ST_MakeEnvelope(min_lon, min_lat, max_lon, max_lat, 4326)
  FROM (VALUES (?::int, ?::int, ?::int, ?::float8, ?::float8, ?::float8, ?::float8))
    AS v (z, x, y, min_lon, min_lat, max_lon, max_lat)
)
SELECT ST_AsMVT(f, 'routes', 4096, 'geom') FROM (
  SELECT d.id::text AS id, d.code, d.name, d.status, d.origin, d.destination, d.length_km, d.border_with, d.border_km,
         d.synthetic, d.version,
         ST_AsMVTGeom(ST_Transform(d.geom, 3857), ST_TileEnvelope(z, x, y), 4096, 64) AS geom
  FROM ask JOIN trafficking_route AS d ON d.geom && ask.box
  WHERE {condition}
  ORDER BY d.code
) AS f
WHERE f.geom IS NOT NULL
