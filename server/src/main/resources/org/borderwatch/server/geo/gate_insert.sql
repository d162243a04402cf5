-- A gate; the table was emptied before, so no index is asked.
INSERT INTO gate (code, name, name_en, class, district, opposite, note, approximate, geom)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ST_SetSRID(ST_MakePoint(?, ?), 4326))
