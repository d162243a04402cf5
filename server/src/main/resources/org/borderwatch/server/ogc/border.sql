-- The line with each neighbour, from its western end. Served by border_line_pkey.
SELECT b.border_with AS id,
       json_build_object('with', b.border_with, 'length_km', round(b.length_km::numeric, 3)) AS properties,
       b.geom
FROM border_line AS b
