-- The next real nodes in a box, in the order of network_node_pkey. Settings: borderwatch.after, borderwatch.limit.
COPY (
  SELECT n.id, n.geom
  FROM network_node AS n
  WHERE NOT n.synthetic AND n.id > current_setting('borderwatch.after')::bigint
    AND EXISTS (SELECT FROM again_box AS b WHERE n.geom && ST_MakeEnvelope(b.west, b.south, b.east, b.north, 4326))
  ORDER BY n.id
  LIMIT current_setting('borderwatch.limit')::bigint
) TO STDOUT (FORMAT binary)
