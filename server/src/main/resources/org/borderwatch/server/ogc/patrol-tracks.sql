-- Tracks that a query asks for, some ten thousands: one by its id through patrol_track_pkey, otherwise looked through.
-- Binds: minLon, minLat, maxLon, maxLat (all null: anywhere), since, until, stations, units that may be seen, kind, id
-- (null: any).
WITH ask (min_lon, min_lat, max_lon, max_lat, since, until, stations, units, synthetic, id) AS (
  VALUES (?::float8, ?::float8, ?::float8, ?::float8, ?::timestamptz, ?::timestamptz, ?::text[], ?::text[], ?::boolean,
    ?::uuid)
),
matching AS (
  SELECT e.row_no, e.id::text AS id, e.geom,
         json_build_object(
           'source_ref', e.source_ref, 'team', e.team, 'station', e.responsible_station,
           'start', to_char(e.started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'end', to_char(e.ended_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
           'km', round(e.km::numeric, 3), 'hours', round(e.hours::numeric, 4), 'synthetic', e.synthetic,
           'times', (SELECT json_agg(to_char((e.started_at + make_interval(secs => s.second)) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') ORDER BY s.at)
                     FROM unnest(e.seconds) WITH ORDINALITY AS s (second, at))) AS properties
  FROM ask JOIN patrol_track AS e ON true
  WHERE (ask.min_lon IS NULL
         OR ST_Intersects(e.geom, ST_MakeEnvelope(ask.min_lon, ask.min_lat, ask.max_lon, ask.max_lat, 4326)))
    AND (ask.since IS NULL OR e.ended_at > ask.since)
    AND (ask.until IS NULL OR e.started_at < ask.until)
    AND (ask.stations IS NULL OR e.responsible_station = ANY (ask.stations))
    AND (ask.units IS NULL OR e.responsible_station = ANY (ask.units))
    AND (ask.synthetic IS NULL OR e.synthetic = ask.synthetic)
    AND (ask.id IS NULL OR e.id = ask.id)
)
