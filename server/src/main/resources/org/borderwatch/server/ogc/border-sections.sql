-- The stretches that stations answer for. Served by border_section_pkey.
SELECT s.border_with || '-' || s.from_km AS id,
       json_build_object(
         'station', s.station, 'name', u.name_vi, 'border_with', s.border_with,
         'from_km', s.from_km, 'to_km', s.to_km, 'synthetic', s.synthetic) AS properties,
       s.geom
FROM border_section AS s JOIN unit AS u ON u.code = s.station
