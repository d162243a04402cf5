-- What there is of the network, by kind. Reads its tables once; ends of edges through network_node_pkey.
SELECT e.synthetic, n.nodes, n.parts, n.largest, count(*) AS edges, sum(e.length_m) / 1000 AS km,
       count(*) FILTER (WHERE e.heights_m IS NULL) AS flat,
       count(*) FILTER (WHERE coalesce(e.walk_s, e.walk_back_s, e.drive_s, e.drive_back_s) IS NULL) AS closed,
       count(*) FILTER (WHERE f.id IS NULL OR t.id IS NULL) AS loose
FROM borderwatch.network_edge AS e
LEFT JOIN borderwatch.network_node AS f ON f.id = e.from_node AND f.synthetic = e.synthetic
LEFT JOIN borderwatch.network_node AS t ON t.id = e.to_node AND t.synthetic = e.synthetic
LEFT JOIN (
  SELECT synthetic, sum(nodes) AS nodes, count(*) AS parts, max(nodes) AS largest
  FROM (SELECT synthetic, part, count(*) AS nodes FROM borderwatch.network_node GROUP BY synthetic, part) AS part
  GROUP BY synthetic
) AS n ON n.synthetic = e.synthetic
GROUP BY e.synthetic, n.nodes, n.parts, n.largest
ORDER BY e.synthetic
