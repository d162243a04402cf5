-- Towns. Served by place_geom_idx for a box.
SELECT lpad(p.place_no::text, 6, '0') AS id,
       json_build_object(
         'name', p.name, 'name_en', p.name_en, 'country', p.country, 'rank', p.rank, 'kind', p.kind) AS properties,
       p.geom
FROM place AS p
