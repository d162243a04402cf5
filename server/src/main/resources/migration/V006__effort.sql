-- Where somebody was looking: tracks of patrols and watches of sensors.

CREATE TABLE patrol_track (
  row_no              bigint GENERATED ALWAYS AS IDENTITY,
  id                  uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  station             text REFERENCES unit,
  responsible_station text,
  source_ref          text NOT NULL CHECK (source_ref ~ '^[A-Za-z0-9._:/-]{1,64}$'),
  team                text CHECK (team ~ '^[A-Za-z0-9._-]{1,32}$'),
  started_at          timestamptz(0) NOT NULL,
  ended_at            timestamptz(0) NOT NULL,
  geom                geometry(MultiLineString, 4326) NOT NULL,
  seconds             integer[] NOT NULL,
  km                  double precision NOT NULL CHECK (km >= 0),
  hours               double precision NOT NULL CHECK (hours > 0),
  synthetic           boolean NOT NULL,
  recorded_at         timestamptz NOT NULL DEFAULT now(),
  recorded_by         text NOT NULL,
  CONSTRAINT patrol_track_row_no_key UNIQUE (row_no),
  CONSTRAINT patrol_track_source_key UNIQUE NULLS NOT DISTINCT (station, source_ref),
  CONSTRAINT patrol_track_time_possible CHECK (
    started_at >= '1932-01-01 00:00:00+00' AND ended_at < '2068-01-01 00:00:00+00'
    AND ended_at > started_at AND ended_at <= started_at + interval '36 hours'),
  CONSTRAINT patrol_track_vertex_has_time CHECK (cardinality(seconds) = ST_NPoints(geom))
);
COMMENT ON TABLE patrol_track IS 'Where a patrol went. Each line of geom is a leg without a gap; between legs it is not effort.';
COMMENT ON COLUMN patrol_track.seconds IS 'For each vertex of geom, in order: seconds since started_at; rising within a leg.';
COMMENT ON COLUMN patrol_track.team IS 'A coded word, never a name.';
COMMENT ON COLUMN patrol_track.responsible_station IS 'station, or the one whose stretch holds the middle of the track: the station to filter and show by.';
CREATE INDEX patrol_track_geom_idx ON patrol_track USING gist (geom);
CREATE INDEX patrol_track_started_at_idx ON patrol_track (started_at);

CREATE TABLE sensor_watch (
  row_no              bigint GENERATED ALWAYS AS IDENTITY,
  id                  uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  station             text REFERENCES unit,
  responsible_station text,
  source_ref          text NOT NULL CHECK (source_ref ~ '^[A-Za-z0-9._:/-]{1,64}$'),
  watched_from        timestamptz(0) NOT NULL,
  watched_to          timestamptz(0) NOT NULL,
  geom                geometry(Point, 4326) NOT NULL,
  radius_m            double precision NOT NULL CHECK (radius_m > 0 AND radius_m <= 20000),
  synthetic           boolean NOT NULL,
  recorded_at         timestamptz NOT NULL DEFAULT now(),
  recorded_by         text NOT NULL,
  CONSTRAINT sensor_watch_row_no_key UNIQUE (row_no),
  CONSTRAINT sensor_watch_source_key UNIQUE NULLS NOT DISTINCT (station, source_ref),
  CONSTRAINT sensor_watch_time_possible CHECK (
    watched_from >= '1932-01-01 00:00:00+00' AND watched_to < '2068-01-01 00:00:00+00' AND watched_to > watched_from)
);
COMMENT ON TABLE sensor_watch IS 'A sensor that worked without a break.';
CREATE INDEX sensor_watch_geom_idx ON sensor_watch USING gist (geom);
CREATE INDEX sensor_watch_watched_from_idx ON sensor_watch (watched_from);

-- Which transaction changed effort last. Whoever changes it holds the row until the end, so that what is visible
-- grows in one order and a copy in memory is current when it says the same.
CREATE TABLE effort_state (
  only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  changed_in xid8 NOT NULL
);
INSERT INTO effort_state (changed_in) VALUES ('0');

CREATE FUNCTION record_effort_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = borderwatch, public, pg_temp AS $$
BEGIN
  UPDATE borderwatch.effort_state SET changed_in = pg_current_xact_id() WHERE changed_in <> pg_current_xact_id();
  PERFORM pg_notify('effort_change', '');
  RETURN NULL;
END $$;

CREATE TRIGGER patrol_track_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON patrol_track
  FOR EACH STATEMENT EXECUTE FUNCTION record_effort_change();
CREATE TRIGGER sensor_watch_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON sensor_watch
  FOR EACH STATEMENT EXECUTE FUNCTION record_effort_change();
