-- The stretch of a station of the demo; one that begins at the same place stays. Served by border_section_pkey.
-- Binds: station, border_with, from_km, to_km, line as WKT.
INSERT INTO border_section (station, border_with, from_km, to_km, geom, synthetic)
VALUES (?, ?, ?, ?, ST_GeomFromText(?, 4326), true)
ON CONFLICT (border_with, from_km) DO NOTHING
