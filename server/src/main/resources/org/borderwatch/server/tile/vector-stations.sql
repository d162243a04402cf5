-- Stations as one MVT layer; some dozens of rows, through no index. Binds: z, x, y, then the box in degrees: west, south, east, north.
WITH ask (z, x, y, box) AS (
  SELECT z, x, y, ST_MakeEnvelope(min_lon, min_lat, max_lon, max_lat, 4326)
  FROM (VALUES (?::int, ?::int, ?::int, ?::float8, ?::float8, ?::float8, ?::float8))
    AS v (z, x, y, min_lon, min_lat, max_lon, max_lat)
)
SELECT ST_AsMVT(f, 'stations', 4096, 'geom') FROM (
  SELECT u.code, u.name_vi AS name, u.name_en, u.kind, u.parent AS unit, u.approximate, u.synthetic,
         ST_AsMVTGeom(ST_Transform(u.geom, 3857), ST_TileEnvelope(z, x, y), 4096, 64) AS geom
  FROM ask JOIN unit AS u ON u.geom && ask.box
  WHERE u.kind = 'station'
) AS f
