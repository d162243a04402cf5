-- A town; the table was emptied before, so no index is asked.
INSERT INTO place (place_no, name, name_en, country, kind, rank, geom)
VALUES (?, ?, ?, ?, ?, ?, ST_SetSRID(ST_MakePoint(?, ?), 4326))
