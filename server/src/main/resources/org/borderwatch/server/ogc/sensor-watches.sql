-- Watches that a query asks for, some thousands: one by its id through sensor_watch_pkey, otherwise looked through.
-- Binds: minLon, minLat, maxLon, maxLat (all null: anywhere), since, until, stations, units that may be seen, kind, id
-- (null: any).
WITH ask (min_lon, min_lat, max_lon, max_lat, since, until, stations, units, synthetic, id) AS (
  VALUES (?::float8, ?::float8, ?::float8, ?::float8, ?::timestamptz, ?::timestamptz, ?::text[], ?::text[], ?::boolean,
    ?::uuid)
),
matching AS (
  SELECT e.row_no, e.id::text AS id, e.geom,
         json_build_object(
           'source_ref', e.source_ref, 'station', e.responsible_station, 'radius_metres', e.radius_m,
           'from', to_char(e.watched_from AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'to', to_char(e.watched_to AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'synthetic', e.synthetic) AS properties
  FROM ask JOIN sensor_watch AS e ON true
  WHERE (ask.min_lon IS NULL
         OR ST_Intersects(e.geom, ST_MakeEnvelope(ask.min_lon, ask.min_lat, ask.max_lon, ask.max_lat, 4326)))
    AND (ask.since IS NULL OR e.watched_to > ask.since)
    AND (ask.until IS NULL OR e.watched_from < ask.until)
    AND (ask.stations IS NULL OR e.responsible_station = ANY (ask.stations))
    AND (ask.units IS NULL OR e.responsible_station = ANY (ask.units))
    AND (ask.synthetic IS NULL OR e.synthetic = ask.synthetic)
    AND (ask.id IS NULL OR e.id = ask.id)
)
