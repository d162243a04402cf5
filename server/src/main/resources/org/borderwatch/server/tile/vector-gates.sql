-- Gates as one MVT layer; some dozens of rows, through no index. Binds: z, x, y, then the box in degrees: west, south, east, north.
WITH ask (z, x, y, box) AS (
  SELECT z, x, y, ST_MakeEnvelope(min_lon, min_lat, max_lon, max_lat, 4326)
  FROM (VALUES (?::int, ?::int, ?::int, ?::float8, ?::float8, ?::float8, ?::float8))
    AS v (z, x, y, min_lon, min_lat, max_lon, max_lat)
)
SELECT ST_AsMVT(f, 'gates', 4096, 'geom') FROM (
  SELECT g.code, g.name, g.name_en, g.class, g.district, g.opposite, g.approximate, g.note,
         ST_AsMVTGeom(ST_Transform(g.geom, 3857), ST_TileEnvelope(z, x, y), 4096, 64) AS geom
  FROM ask JOIN gate AS g ON g.geom && ask.box
) AS f
