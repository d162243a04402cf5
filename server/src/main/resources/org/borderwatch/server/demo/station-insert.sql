-- A station of the demo; one that is there already stays. Served by unit_pkey. Binds: code, name_vi, name_en, parent, lon, lat.
INSERT INTO unit (code, name_vi, name_en, kind, parent, geom, approximate, synthetic)
VALUES (?, ?, ?, 'station', ?, ST_SetSRID(ST_MakePoint(?, ?), 4326), true, true)
ON CONFLICT (code) DO NOTHING
