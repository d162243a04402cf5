-- The station whose stretch holds a chainage. Served by border_section_pkey. Binds: border_with, km, km.
SELECT u.code, u.name_vi, u.name_en
FROM border_section AS s JOIN unit AS u ON u.code = s.station
WHERE s.border_with = ? AND s.from_km <= ? AND s.to_km > ?
ORDER BY s.from_km DESC
LIMIT 1
