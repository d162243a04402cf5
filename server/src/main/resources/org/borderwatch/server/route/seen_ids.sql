-- The id of a detection that was found in memory, one that was not told yet where several say the same. Served by
-- detection_geom_idx; the operator && finds the entries, the rest is exact to half of the last stored digit.
-- Binds: lon, lat, second since 1970, persons, source, ids that were told.
WITH ask (lon, lat, at, persons, source, told) AS (
  VALUES (?::float8, ?::float8, to_timestamp(?::float8), ?::int, ?::text, ?::uuid[])
)
SELECT d.id
FROM ask JOIN detection AS d ON d.geom && ST_Expand(ST_SetSRID(ST_MakePoint(ask.lon, ask.lat), 4326), 1e-6)
WHERE abs(ST_X(d.geom) - ask.lon) < 5e-8 AND abs(ST_Y(d.geom) - ask.lat) < 5e-8
  AND d.observed_at = ask.at AND d.persons = ask.persons AND d.source = ask.source AND d.id <> ALL (ask.told)
ORDER BY d.row_no
LIMIT 1
