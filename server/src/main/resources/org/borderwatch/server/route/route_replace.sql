-- Replaces the content of one route if it still has the version that the caller read. Served by trafficking_route_pkey.
UPDATE trafficking_route SET (
  code, name, status, origin, transit, destination, geom, drawn, matched_share, length_km, border_with, border_km,
  synthetic, version)
= (
  ?, ?, ?, ?, ?, ?, ST_GeomFromWKB(?, 4326), ST_GeomFromWKB(?, 4326), ?, ?, ?, ?,
  ?, version + 1)
WHERE id = ? AND version = ?
