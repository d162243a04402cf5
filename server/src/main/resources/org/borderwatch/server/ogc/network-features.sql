-- What lies beside ways and a query asks for. A box is served by network_feature_geom_idx, a page without one by
-- network_feature_pkey. The condition and its values are put in.
WITH matching AS (
  SELECT e.id AS row_no, e.id::text AS id, e.geom,
         json_build_object('kind', e.kind, 'type', e.type, 'name', e.name, 'synthetic', e.synthetic) AS properties
  FROM network_feature AS e
  WHERE {condition}
)
