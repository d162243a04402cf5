-- Stretches of border as one MVT layer; some dozens of rows, through no index. Binds: z, x, y, then the box in degrees: west, south, east, north.
WITH ask (z, x, y, box) AS (
  SELECT z, x, y, ST_MakeEnvelope(min_lon, min_lat, max_lon, max_lat, 4326)
  FROM (VALUES (?::int, ?::int, ?::int, ?::float8, ?::float8, ?::float8, ?::float8))
    AS v (z, x, y, min_lon, min_lat, max_lon, max_lat)
)
SELECT ST_AsMVT(f, 'border-sections', 4096, 'geom') FROM (
  SELECT s.station, u.name_vi AS name, s.border_with, s.from_km, s.to_km, s.synthetic,
         ST_AsMVTGeom(ST_Transform(s.geom, 3857), ST_TileEnvelope(z, x, y), 4096, 64) AS geom
  FROM ask JOIN border_section AS s ON s.geom && ask.box JOIN unit AS u ON u.code = s.station
) AS f
WHERE f.geom IS NOT NULL
