-- A unit above the stations. Served by unit_pkey. Binds: code, name_vi, name_en, kind, parent.
INSERT INTO unit (code, name_vi, name_en, kind, parent) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (code) DO UPDATE
SET name_vi = EXCLUDED.name_vi, name_en = EXCLUDED.name_en, kind = EXCLUDED.kind, parent = EXCLUDED.parent
