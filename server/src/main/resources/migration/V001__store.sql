-- What is stored: units, detections with their append-only history, and the reference layers.
-- Everything lives in the schema "borderwatch"; PostGIS is in "public".

CREATE TABLE setting (
  key   text PRIMARY KEY,
  value text NOT NULL
);
COMMENT ON TABLE setting IS 'Facts about this database, such as the version of the reference layers that were loaded.';

CREATE TABLE unit (
  code        text PRIMARY KEY CHECK (code ~ '^[A-Z0-9-]{1,20}$'),
  name_vi     text NOT NULL,
  name_en     text NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('station', 'province', 'command', 'agency')),
  parent      text REFERENCES unit,
  valid_from  date,
  valid_to    date CHECK (valid_to > valid_from),
  geom        geometry(Point, 4326),
  approximate boolean NOT NULL DEFAULT false,
  synthetic   boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE unit IS 'Who acts and reports. A station is a unit with a point and its stretches of border.';

CREATE TABLE border_section (
  station     text NOT NULL REFERENCES unit ON DELETE CASCADE,
  border_with text NOT NULL CHECK (border_with IN ('CN', 'LA', 'KH')),
  from_km     double precision NOT NULL CHECK (from_km >= 0),
  to_km       double precision NOT NULL CHECK (to_km > from_km),
  geom        geometry(LineString, 4326) NOT NULL,
  synthetic   boolean NOT NULL DEFAULT false,
  PRIMARY KEY (border_with, from_km)
);
COMMENT ON TABLE border_section IS 'The stretch [from_km, to_km) of one neighbour''s line for which a station answers.';

CREATE TABLE border_line (
  border_with text PRIMARY KEY CHECK (border_with IN ('CN', 'LA', 'KH')),
  length_km   double precision NOT NULL,
  geom        geometry(LineString, 4326) NOT NULL
);
COMMENT ON TABLE border_line IS 'The unsimplified land border with each neighbour, from its western end.';

CREATE TABLE place (
  place_no integer PRIMARY KEY,
  name     text NOT NULL,
  name_en  text NOT NULL,
  country  text NOT NULL,
  kind     text NOT NULL,
  rank     smallint NOT NULL,
  geom     geometry(Point, 4326) NOT NULL
);
CREATE INDEX place_geom_idx ON place USING gist (geom);

CREATE TABLE gate (
  code        text PRIMARY KEY,
  name        text NOT NULL,
  name_en     text NOT NULL,
  class       text NOT NULL,
  district    text NOT NULL,
  opposite    text,
  note        text,
  approximate boolean NOT NULL,
  geom        geometry(Point, 4326) NOT NULL
);

CREATE TABLE detection (
  row_no              bigint GENERATED ALWAYS AS IDENTITY,
  id                  uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  station             text REFERENCES unit,
  responsible_station text,
  source              text NOT NULL CHECK (source IN ('patrol', 'sensor', 'report', 'handover')),
  source_ref          text NOT NULL CHECK (source_ref ~ '^[A-Za-z0-9._:/-]{1,64}$'),
  observed_at         timestamptz(0) NOT NULL,
  geom                geometry(Point, 4326) NOT NULL,
  accuracy_m          real CHECK (accuracy_m >= 0),
  direction           text NOT NULL CHECK (direction IN ('exit', 'entry', 'unknown')),
  setting             text NOT NULL CHECK (setting IN ('trail', 'gate', 'river', 'road', 'sea')),
  outcome             text NOT NULL CHECK (outcome IN ('observed', 'turned_back', 'intercepted', 'handed_over')),
  persons             integer NOT NULL CHECK (persons >= 1),
  women               integer CHECK (women >= 0),
  children            integer CHECK (children >= 0),
  indicators          text[] NOT NULL DEFAULT '{}',
  origin              text,
  border_with         text NOT NULL CHECK (border_with IN ('CN', 'LA', 'KH')),
  border_km           double precision NOT NULL,
  border_offset_m     double precision NOT NULL,
  synthetic           boolean NOT NULL,
  recorded_at         timestamptz NOT NULL DEFAULT now(),
  recorded_by         text NOT NULL,
  version             integer NOT NULL DEFAULT 1,
  CONSTRAINT detection_counts_agree CHECK (coalesce(women, 0) + coalesce(children, 0) <= persons),
  CONSTRAINT detection_row_no_key UNIQUE (row_no),
  CONSTRAINT detection_source_key UNIQUE NULLS NOT DISTINCT (station, source, source_ref)
);
COMMENT ON TABLE detection IS 'One event seen at a place and time. People are counted, never identified.';
COMMENT ON COLUMN detection.station IS 'The station that recorded it, as it came; part of the key, so that importing twice changes nothing.';
COMMENT ON COLUMN detection.responsible_station IS 'station, or the one whose stretch holds border_km: the station to filter and show by.';
CREATE INDEX detection_geom_idx ON detection USING gist (geom);
CREATE INDEX detection_observed_at_idx ON detection (observed_at);
CREATE INDEX detection_border_idx ON detection (border_with, border_km);

CREATE TABLE detection_change (
  change_no  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  xid        xid8 NOT NULL DEFAULT pg_current_xact_id(),
  operation  text NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
  row_no     bigint NOT NULL,
  id         uuid NOT NULL,
  before     jsonb,
  changed_at timestamptz NOT NULL DEFAULT now(),
  changed_by text NOT NULL
);
COMMENT ON TABLE detection_change IS
  'Append only. Keeps readers current (what became visible since their snapshot), and is the history of each detection.';
-- Readers ask for xid >= pg_snapshot_xmin(last): commit order is not number order.
CREATE INDEX detection_change_xid_idx ON detection_change (xid);
CREATE INDEX detection_change_history_idx ON detection_change (id) WHERE operation <> 'insert';

-- Who changes is set per transaction by the server: SET LOCAL borderwatch.account.
CREATE FUNCTION changing_account() RETURNS text LANGUAGE sql STABLE
  RETURN coalesce(nullif(current_setting('borderwatch.account', true), ''), session_user);

CREATE FUNCTION record_detection_insert() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = borderwatch, public, pg_temp AS $$
BEGIN
  INSERT INTO borderwatch.detection_change (operation, row_no, id, changed_by)
  SELECT 'insert', row_no, id, borderwatch.changing_account() FROM inserted;
  PERFORM pg_notify('detection_change', '');
  RETURN NULL;
END $$;
CREATE FUNCTION record_detection_update() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = borderwatch, public, pg_temp AS $$
BEGIN
  INSERT INTO borderwatch.detection_change (operation, row_no, id, before, changed_by)
  SELECT 'update', row_no, id, to_jsonb(replaced), borderwatch.changing_account() FROM replaced;
  PERFORM pg_notify('detection_change', '');
  RETURN NULL;
END $$;
CREATE FUNCTION record_detection_delete() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = borderwatch, public, pg_temp AS $$
BEGIN
  INSERT INTO borderwatch.detection_change (operation, row_no, id, before, changed_by)
  SELECT 'delete', row_no, id, to_jsonb(removed), borderwatch.changing_account() FROM removed;
  PERFORM pg_notify('detection_change', '');
  RETURN NULL;
END $$;
CREATE FUNCTION refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% keeps its history; delete rows instead of truncating', TG_TABLE_NAME;
END $$;

CREATE TRIGGER detection_insert AFTER INSERT ON detection REFERENCING NEW TABLE AS inserted
  FOR EACH STATEMENT EXECUTE FUNCTION record_detection_insert();
CREATE TRIGGER detection_update AFTER UPDATE ON detection REFERENCING OLD TABLE AS replaced
  FOR EACH STATEMENT EXECUTE FUNCTION record_detection_update();
CREATE TRIGGER detection_delete AFTER DELETE ON detection REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION record_detection_delete();
CREATE TRIGGER detection_truncate BEFORE TRUNCATE ON detection
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
