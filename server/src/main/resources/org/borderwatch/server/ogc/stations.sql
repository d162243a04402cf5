-- Stations with the stretch of border each answers for. Served by the keys of unit and border_section.
SELECT u.code AS id,
       json_build_object(
         'code', u.code, 'name', u.name_vi, 'name_en', u.name_en, 'kind', u.kind, 'unit', u.parent,
         'border_with', s.border_with, 'from_km', s.from_km, 'to_km', s.to_km,
         'approximate', u.approximate, 'synthetic', u.synthetic) AS properties,
       u.geom
FROM unit AS u
LEFT JOIN LATERAL (
  SELECT border_with, min(from_km) AS from_km, max(to_km) AS to_km
  FROM border_section WHERE station = u.code GROUP BY border_with ORDER BY border_with LIMIT 1
) AS s ON true
WHERE u.kind = 'station'
