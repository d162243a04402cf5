-- Sensor watches as one MVT layer, by the time at which they began. Served by sensor_watch_geom_idx (GiST, EPSG:4326).
-- Binds: z, x, y, then the box in degrees: west, south, east, north; then the values of the condition.
WITH ask (z, x, y, box) AS (
  SELECT z, x, y, ST_MakeEnvelope(min_lon, min_lat, max_lon, max_lat, 4326)
  FROM (VALUES (?::int, ?::int, ?::int, ?::float8, ?::float8, ?::float8, ?::float8))
    AS v (z, x, y, min_lon, min_lat, max_lon, max_lat)
)
SELECT ST_AsMVT(f, 'sensor-watches', 4096, 'geom', 'row_no') FROM (
  SELECT d.row_no, d.source_ref, d.responsible_station AS station, d.radius_m AS radius_metres,
         d.observed_at::text AS "from", d.watched_to::text AS "to", d.synthetic,
         ST_AsMVTGeom(ST_Transform(d.geom, 3857), ST_TileEnvelope(z, x, y), 4096, 64) AS geom
  FROM ask JOIN (SELECT *, watched_from AS observed_at FROM sensor_watch) AS d ON d.geom && ask.box
  WHERE {condition}
) AS f
