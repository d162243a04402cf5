-- Stores one route, or nothing when its id or its code is taken (trafficking_route_pkey, trafficking_route_code_key).
INSERT INTO trafficking_route (
  code, name, status, origin, transit, destination, geom, drawn, matched_share, length_km, border_with, border_km,
  synthetic, id, recorded_by, unit)
SELECT
  ?, ?, ?, ?, ?, ?, ST_GeomFromWKB(?, 4326), ST_GeomFromWKB(?, 4326), ?, ?, ?, ?,
  ?, ?, who.name, (SELECT a.unit FROM account AS a WHERE a.name = who.name)
FROM (VALUES (?::text)) AS who (name)
ON CONFLICT DO NOTHING
