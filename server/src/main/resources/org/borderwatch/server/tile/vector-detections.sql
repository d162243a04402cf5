-- Detections as one MVT layer. Served by detection_geom_idx (GiST, EPSG:4326).
-- Binds: z, x, y, then the box in degrees: west, south, east, north; then the values of the condition.
WITH ask (z, x, y, box) AS (
  SELECT z, x, y, ST_MakeEnvelope(min_lon, min_lat, max_lon, max_lat, 4326)
  FROM (VALUES (?::int, ?::int, ?::int, ?::float8, ?::float8, ?::float8, ?::float8))
    AS v (z, x, y, min_lon, min_lat, max_lon, max_lat)
)
SELECT ST_AsMVT(f, 'detections', 4096, 'geom', 'row_no') FROM (
  SELECT d.row_no, d.id::text AS id, d.observed_at::text AS observed_at, d.accuracy_m, d.direction, d.setting,
         d.source, d.outcome, d.persons, d.responsible_station AS station, d.synthetic,
         ST_AsMVTGeom(ST_Transform(d.geom, 3857), ST_TileEnvelope(z, x, y), 4096, 64) AS geom
  FROM ask JOIN detection AS d ON d.geom && ask.box
  WHERE {condition}
) AS f
