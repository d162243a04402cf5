-- Follows "WITH layer AS (...)": the features of a layer that a query asks for. Layers are small: a box is served by
-- the layer's own GiST index where it has one (place_geom_idx), the rest is looked through.
-- Binds: minLon, minLat, maxLon, maxLat (all null: anywhere), wanted values by property (JSON), id (null: any).
ask (min_lon, min_lat, max_lon, max_lat, wanted, id) AS (
  VALUES (?::float8, ?::float8, ?::float8, ?::float8, ?::jsonb, ?::text)
),
matching AS (
  SELECT layer.id, layer.properties, layer.geom
  FROM ask CROSS JOIN layer
  WHERE (ask.min_lon IS NULL
         OR ST_Intersects(layer.geom, ST_MakeEnvelope(ask.min_lon, ask.min_lat, ask.max_lon, ask.max_lat, 4326)))
    AND (ask.id IS NULL OR layer.id = ask.id)
    AND NOT EXISTS (
      SELECT FROM jsonb_each(ask.wanted) AS property
      WHERE NOT coalesce(jsonb_exists(property.value, layer.properties ->> property.key), false))
)
