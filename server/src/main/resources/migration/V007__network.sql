-- Roads and trails, what lies beside them, and heights of the ground.

-- Whoever changes the network holds the row of network_state until the end of the transaction: what is visible grows in
-- one order, a copy in memory is current when it says the same, and numbers are handed out without gaps.
CREATE TABLE network_state (
  only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  changed_in xid8 NOT NULL,
  next_node  bigint NOT NULL,
  next_edge  bigint NOT NULL
);
COMMENT ON TABLE network_state IS 'Which transaction changed the network last, and the numbers that nodes and edges get next.';
INSERT INTO network_state (changed_in, next_node, next_edge) VALUES ('0', 1, 1);

CREATE TABLE network_node (
  id        bigint PRIMARY KEY,
  geom      geometry(Point, 4326) NOT NULL,
  height_m  real,
  barrier   text CHECK (length(barrier) <= 200),
  part      integer NOT NULL CHECK (part >= 0),
  synthetic boolean NOT NULL
);
COMMENT ON TABLE network_node IS 'Junctions and ends of ways.';
COMMENT ON COLUMN network_node.part IS 'Connected part of the network of its kind, whatever the direction of travel; 0 has the most nodes.';

-- No foreign keys to network_node: a network is written and deleted whole, in one transaction, and checking each of a
-- million ends would take longer than reading them. The doctor looks.
CREATE TABLE network_edge (
  id           bigint PRIMARY KEY,
  from_node    bigint NOT NULL,
  to_node      bigint NOT NULL,
  class        text NOT NULL CHECK (class IN (
    'motorway', 'motorway_link', 'trunk', 'trunk_link', 'primary', 'primary_link', 'secondary', 'secondary_link',
    'tertiary', 'tertiary_link', 'unclassified', 'residential', 'living_street', 'service', 'road', 'track',
    'pedestrian', 'footway', 'cycleway', 'bridleway', 'steps', 'path')),
  name         text,
  ref          text,
  surface      text,
  length_m     double precision NOT NULL CHECK (length_m > 0),
  walk_s       double precision CHECK (walk_s > 0),
  walk_back_s  double precision CHECK (walk_back_s > 0),
  drive_s      double precision CHECK (drive_s > 0),
  drive_back_s double precision CHECK (drive_back_s > 0),
  ascent_m     real,
  descent_m    real,
  heights_m    real[],
  source_ref   text NOT NULL,
  geom         geometry(LineString, 4326) NOT NULL,
  synthetic    boolean NOT NULL
);
COMMENT ON TABLE network_edge IS 'Pieces of road or trail between two junctions; edges with the same ends are normal.';
COMMENT ON COLUMN network_edge.walk_s IS 'On foot from the first vertex to the last; null where one may not or cannot. Likewise back, and by vehicle.';
COMMENT ON COLUMN network_edge.heights_m IS 'Above the sea, one for each vertex of geom; null when not known.';
COMMENT ON COLUMN network_edge.source_ref IS 'Where it comes from, such as way/123456/0.';
CREATE INDEX network_edge_geom_idx ON network_edge USING gist (geom);

CREATE TABLE network_feature (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind       text NOT NULL CHECK (kind IN ('river', 'barrier', 'settlement')),
  type       text NOT NULL,
  name       text,
  source_ref text NOT NULL,
  geom       geometry(Geometry, 4326) NOT NULL CHECK (GeometryType(geom) IN ('POINT', 'LINESTRING')),
  synthetic  boolean NOT NULL
);
COMMENT ON TABLE network_feature IS 'What lies beside the ways and matters to whoever walks there.';
CREATE INDEX network_feature_geom_idx ON network_feature USING gist (geom);

CREATE TABLE network_import (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  what        text NOT NULL CHECK (what IN ('network', 'elevation')),
  imported_at timestamptz NOT NULL DEFAULT now(),
  imported_by text NOT NULL,
  file_name   text NOT NULL,
  licence     text NOT NULL CHECK (licence IN ('odbl', 'internal')),
  report      jsonb NOT NULL,
  synthetic   boolean NOT NULL
);
COMMENT ON TABLE network_import IS 'What was imported when and by whom, with what was left out and why.';
COMMENT ON COLUMN network_import.file_name IS 'Without its folder.';

CREATE TABLE elevation_tile (
  name        text PRIMARY KEY,
  west        double precision NOT NULL,
  north       double precision NOT NULL,
  step_lon    double precision NOT NULL CHECK (step_lon > 0),
  step_lat    double precision NOT NULL CHECK (step_lat > 0),
  columns     integer NOT NULL CHECK (columns BETWEEN 2 AND 4096),
  rows        integer NOT NULL CHECK (rows BETWEEN 2 AND 4096),
  heights     bytea NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE elevation_tile IS 'Heights above the sea at the points of a regular raster in degrees (EPSG:4326).';
COMMENT ON COLUMN elevation_tile.west IS 'Degrees east of the first column; north is of the first row.';
COMMENT ON COLUMN elevation_tile.heights IS 'Rows from north to south, in each from west to east: whole metres in 16 bits, high byte first, -32768 for not known; deflated (RFC 1950).';
ALTER TABLE elevation_tile ALTER COLUMN heights SET STORAGE EXTERNAL;

CREATE FUNCTION record_network_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = borderwatch, public, pg_temp AS $$
BEGIN
  UPDATE borderwatch.network_state SET changed_in = pg_current_xact_id() WHERE changed_in <> pg_current_xact_id();
  PERFORM pg_notify('network_change', '');
  RETURN NULL;
END $$;

CREATE TRIGGER network_node_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON network_node
  FOR EACH STATEMENT EXECUTE FUNCTION record_network_change();
CREATE TRIGGER network_edge_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON network_edge
  FOR EACH STATEMENT EXECUTE FUNCTION record_network_change();
