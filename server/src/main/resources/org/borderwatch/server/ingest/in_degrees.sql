-- Positions of a plane, or of another datum, in degrees of WGS 84, in their order. The system goes by its name, for
-- spatial_ref_sys lacks newer codes that PROJ knows. Needs no index.
-- Binds: east or longitude, north or latitude, name such as EPSG:3405.
SELECT ST_X(at), ST_Y(at)
FROM unnest(?::float8[], ?::float8[]) WITH ORDINALITY AS p (x, y, n),
     ST_Transform(ST_MakePoint(x, y), ?::text, 4326) AS at
ORDER BY n
