-- Rivers, barriers and settlements as one MVT layer; small streams and barriers from zoom 12 on. Served by
-- network_feature_geom_idx (GiST, EPSG:4326).
-- Binds: z, x, y, then the box in degrees: west, south, east, north; then the values of the condition.
WITH ask (z, x, y, box) AS (
  SELECT z, x, y, ST_MakeEnvelope(min_lon, min_lat, max_lon, max_lat, 4326)
  FROM (VALUES (?::int, ?::int, ?::int, ?::float8, ?::float8, ?::float8, ?::float8))
    AS v (z, x, y, min_lon, min_lat, max_lon, max_lat)
)
SELECT ST_AsMVT(f, 'network-features', 4096, 'geom', 'id') FROM (
  SELECT d.id, d.kind, d.type, d.name, d.synthetic,
         ST_AsMVTGeom(
           ST_Simplify(ST_Transform(d.geom, 3857), 40075016.7 / (1 << z) / 1024, true),
           ST_TileEnvelope(z, x, y), 4096, 64) AS geom
  FROM ask JOIN network_feature AS d ON d.geom && ask.box
  WHERE (z >= 12 OR d.kind = 'settlement' OR d.type IN ('river', 'canal')) AND {condition}
) AS f
WHERE f.geom IS NOT NULL
