-- A unit above the stations of the demo, where the reference layers are not loaded yet. Served by unit_pkey.
-- Binds: code, name_vi, name_en, kind, parent.
INSERT INTO unit (code, name_vi, name_en, kind, parent) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (code) DO NOTHING
