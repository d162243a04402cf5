-- Patrol tracks as one MVT layer, by the time at which they began. Served by patrol_track_geom_idx (GiST, EPSG:4326).
-- Binds: z, x, y, then the box in degrees: west, south, east, north; then the values of the condition.
WITH ask (z, x, y, box) AS (
  SELECT z, x, y, ST_MakeEnvelope(min_lon, min_lat, max_lon, max_lat, 4326)
  FROM (VALUES (?::int, ?::int, ?::int, ?::float8, ?::float8, ?::float8, ?::float8))
    AS v (z, x, y, min_lon, min_lat, max_lon, max_lat)
)
SELECT ST_AsMVT(f, 'patrol-tracks', 4096, 'geom', 'row_no') FROM (
  SELECT d.row_no, d.source_ref, d.team, d.responsible_station AS station, d.observed_at::text AS start,
         d.ended_at::text AS "end", d.km, d.hours, d.synthetic,
         ST_AsMVTGeom(ST_Transform(d.geom, 3857), ST_TileEnvelope(z, x, y), 4096, 64) AS geom
  FROM ask JOIN (SELECT *, started_at AS observed_at FROM patrol_track) AS d ON d.geom && ask.box
  WHERE {condition}
) AS f
WHERE f.geom IS NOT NULL
