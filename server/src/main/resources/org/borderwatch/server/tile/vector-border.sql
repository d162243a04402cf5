-- The border as one MVT layer; three rows, through no index. Binds: z, x, y, then the box in degrees: west, south, east, north.
WITH ask (z, x, y, box) AS (
  SELECT z, x, y, ST_MakeEnvelope(min_lon, min_lat, max_lon, max_lat, 4326)
  FROM (VALUES (?::int, ?::int, ?::int, ?::float8, ?::float8, ?::float8, ?::float8))
    AS v (z, x, y, min_lon, min_lat, max_lon, max_lat)
)
SELECT ST_AsMVT(f, 'border', 4096, 'geom') FROM (
  SELECT b.border_with AS "with", b.length_km,
         ST_AsMVTGeom(ST_Transform(b.geom, 3857), ST_TileEnvelope(z, x, y), 4096, 64) AS geom
  FROM ask JOIN border_line AS b ON b.geom && ask.box
) AS f
WHERE f.geom IS NOT NULL
