-- Gates. Served by gate_pkey.
SELECT g.code AS id,
       json_build_object(
         'code', g.code, 'name', g.name, 'name_en', g.name_en, 'class', g.class, 'district', g.district,
         'opposite', g.opposite, 'approximate', g.approximate, 'note', g.note) AS properties,
       g.geom
FROM gate AS g
