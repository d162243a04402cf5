-- Puts in what was reckoned again. Served by network_edge_pkey and network_node_pkey, or whole tables when all changes.
UPDATE network_edge AS e
SET walk_s = a.walk_s, walk_back_s = a.walk_back_s, ascent_m = a.ascent_m, descent_m = a.descent_m, heights_m = a.heights_m
FROM edge_again AS a WHERE a.id = e.id;
UPDATE network_node AS n SET height_m = a.height_m FROM node_again AS a WHERE a.id = n.id;
