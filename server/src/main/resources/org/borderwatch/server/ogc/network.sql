-- Ways that a query asks for. A box is served by network_edge_geom_idx, a page without one by network_edge_pkey, the
-- part by network_node_pkey. The condition and its values are put in.
WITH matching AS (
  SELECT e.id AS row_no, e.id::text AS id, e.geom,
         json_build_object(
           'class', e.class, 'name', e.name, 'ref', e.ref, 'surface', e.surface,
           'length_m', round(e.length_m::numeric, 2), 'walk_s', round(e.walk_s::numeric, 1),
           'walk_back_s', round(e.walk_back_s::numeric, 1), 'drive_s', round(e.drive_s::numeric, 1),
           'drive_back_s', round(e.drive_back_s::numeric, 1), 'ascent_m', round(e.ascent_m::numeric, 1),
           'descent_m', round(e.descent_m::numeric, 1), 'part', n.part, 'synthetic', e.synthetic) AS properties
  FROM network_edge AS e JOIN network_node AS n ON n.id = e.from_node
  WHERE {condition}
)
