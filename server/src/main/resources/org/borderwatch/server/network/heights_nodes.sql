-- The real nodes in a box. Reads the table of nodes once, no index.
COPY (
  SELECT n.id, n.geom
  FROM network_node AS n
  WHERE NOT n.synthetic
    AND EXISTS (SELECT FROM again_box AS b WHERE n.geom && ST_MakeEnvelope(b.west, b.south, b.east, b.north, 4326))
) TO STDOUT (FORMAT binary)
