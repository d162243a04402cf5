-- Towns as one MVT layer. Served by place_geom_idx; far out only the important ones. Binds: z, x, y, then the box in degrees: west, south, east, north.
WITH ask (z, x, y, box) AS (
  SELECT z, x, y, ST_MakeEnvelope(min_lon, min_lat, max_lon, max_lat, 4326)
  FROM (VALUES (?::int, ?::int, ?::int, ?::float8, ?::float8, ?::float8, ?::float8))
    AS v (z, x, y, min_lon, min_lat, max_lon, max_lat)
)
SELECT ST_AsMVT(f, 'places', 4096, 'geom') FROM (
  SELECT p.name, p.name_en, p.country, p.rank, p.kind,
         ST_AsMVTGeom(ST_Transform(p.geom, 3857), ST_TileEnvelope(z, x, y), 4096, 64) AS geom
  FROM ask JOIN place AS p ON p.geom && ask.box
  WHERE p.rank <= greatest(2, z - 4)
) AS f
