-- All edges of a kind for the copy in memory, in the order of network_edge_pkey. Setting: borderwatch.synthetic.
COPY (
  SELECT e.id, e.from_node, e.to_node, e.class, e.name, e.ref, e.surface, e.geom, e.heights_m, e.length_m,
         e.walk_s, e.walk_back_s, e.drive_s, e.drive_back_s
  FROM network_edge AS e
  WHERE e.synthetic = current_setting('borderwatch.synthetic')::boolean
  ORDER BY e.id
) TO STDOUT (FORMAT binary)
