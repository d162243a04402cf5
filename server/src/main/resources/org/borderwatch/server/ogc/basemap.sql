-- Gates, stations and towns as three JSON arrays for the base map: whole tables, a few thousand rows, through no index.
SELECT
  (SELECT coalesce(json_agg(json_build_object(
      'code', g.code, 'name', g.name, 'nameEn', g.name_en, 'class', g.class, 'opposite', g.opposite,
      'approximate', g.approximate, 'lon', ST_X(g.geom), 'lat', ST_Y(g.geom)) ORDER BY g.code), '[]')
   FROM gate AS g) AS gates,
  (SELECT coalesce(json_agg(json_build_object(
      'code', u.code, 'name', u.name_vi, 'nameEn', u.name_en, 'unit', u.parent,
      'borderWith', s.border_with, 'fromKm', s.from_km, 'toKm', s.to_km,
      'approximate', u.approximate, 'synthetic', u.synthetic,
      'lon', ST_X(u.geom), 'lat', ST_Y(u.geom)) ORDER BY u.code), '[]')
   FROM unit AS u
   LEFT JOIN LATERAL (
     SELECT border_with, min(from_km) AS from_km, max(to_km) AS to_km
     FROM border_section WHERE station = u.code GROUP BY border_with ORDER BY border_with LIMIT 1
   ) AS s ON true
   WHERE u.kind = 'station' AND u.geom IS NOT NULL) AS stations,
  (SELECT coalesce(json_agg(json_build_object(
      'name', p.name, 'nameEn', p.name_en, 'country', p.country, 'rank', p.rank,
      'lon', ST_X(p.geom), 'lat', ST_Y(p.geom)) ORDER BY p.rank, p.place_no), '[]')
   FROM place AS p) AS places
