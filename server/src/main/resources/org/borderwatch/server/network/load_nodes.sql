-- All nodes of a kind for the copy in memory, in the order of network_node_pkey. Setting: borderwatch.synthetic.
COPY (
  SELECT n.id, n.geom
  FROM network_node AS n
  WHERE n.synthetic = current_setting('borderwatch.synthetic')::boolean
  ORDER BY n.id
) TO STDOUT (FORMAT binary)
