-- The next real edges that touch a box, in the order of network_edge_pkey. Settings: borderwatch.after, borderwatch.limit.
COPY (
  SELECT e.id, e.class, e.name, e.ref, e.surface, e.geom, e.heights_m, e.length_m,
         e.walk_s, e.walk_back_s, e.drive_s, e.drive_back_s
  FROM network_edge AS e
  WHERE NOT e.synthetic AND e.id > current_setting('borderwatch.after')::bigint
    AND EXISTS (SELECT FROM again_box AS b WHERE e.geom && ST_MakeEnvelope(b.west, b.south, b.east, b.north, 4326))
  ORDER BY e.id
  LIMIT current_setting('borderwatch.limit')::bigint
) TO STDOUT (FORMAT binary)
