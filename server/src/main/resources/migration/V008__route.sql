-- The register of trafficking routes: what a route is, what speaks for it, and the history of every change.

CREATE TABLE trafficking_route (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  code          text NOT NULL CONSTRAINT trafficking_route_code_key UNIQUE CHECK (code ~ '^[A-Z0-9-]{2,20}$'),
  name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  status        text NOT NULL CHECK (status IN ('suspected', 'confirmed', 'dormant')),
  origin        text CHECK (length(origin) BETWEEN 1 AND 80),
  transit       text[] NOT NULL DEFAULT '{}' CHECK (cardinality(transit) <= 20),
  destination   text CHECK (length(destination) BETWEEN 1 AND 80),
  geom          geometry(MultiLineString, 4326) NOT NULL CHECK (NOT ST_IsEmpty(geom)),
  drawn         geometry(MultiLineString, 4326),
  matched_share double precision CHECK (matched_share BETWEEN 0 AND 1),
  length_km     double precision NOT NULL CHECK (length_km > 0),
  border_with   text CHECK (border_with IN ('CN', 'LA', 'KH')),
  border_km     double precision,
  synthetic     boolean NOT NULL,
  unit          text REFERENCES unit,
  recorded_at   timestamptz NOT NULL DEFAULT now(),
  recorded_by   text NOT NULL,
  version       integer NOT NULL DEFAULT 1,
  CONSTRAINT trafficking_route_matching_whole CHECK ((drawn IS NULL) = (matched_share IS NULL)),
  CONSTRAINT trafficking_route_border_whole CHECK ((border_with IS NULL) = (border_km IS NULL))
);
COMMENT ON TABLE trafficking_route IS 'A registered route: names of places and lines, never a word about a person.';
COMMENT ON COLUMN trafficking_route.drawn IS 'The lines as drawn or imported, where geom was snapped to the network since.';
COMMENT ON COLUMN trafficking_route.matched_share IS 'Share of the length of drawn that lies on the network.';
COMMENT ON COLUMN trafficking_route.border_km IS 'Chainage where the route first meets the border, or comes nearest to it.';
COMMENT ON COLUMN trafficking_route.unit IS 'Unit of the account that recorded it.';
CREATE INDEX trafficking_route_geom_idx ON trafficking_route USING gist (geom);

CREATE TABLE route_evidence (
  route     uuid NOT NULL REFERENCES trafficking_route ON DELETE CASCADE,
  kind      text CHECK (kind IN ('patrol', 'sensor', 'report', 'handover', 'case_file', 'partner')),
  detection uuid,
  CONSTRAINT route_evidence_one_thing CHECK (num_nonnulls(kind, detection) = 1),
  CONSTRAINT route_evidence_key UNIQUE NULLS NOT DISTINCT (route, kind, detection)
);
COMMENT ON TABLE route_evidence IS 'What speaks for a route: a coded kind of record, or a detection. No prose.';
COMMENT ON COLUMN route_evidence.detection IS
  'Id of a detection. No foreign key: the deletion of a detection can be undone, and then the link holds again.';

CREATE TABLE route_change (
  change_no  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  operation  text NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
  id         uuid NOT NULL,
  before     jsonb,
  changed_at timestamptz NOT NULL DEFAULT now(),
  changed_by text NOT NULL
);
COMMENT ON TABLE route_change IS 'Append only: the history of each route. before is the row with its evidence, as it was.';
CREATE INDEX route_change_id_idx ON route_change (id, change_no);

-- Routes are few, so each row tells for itself. Before the change, while the evidence is still there: whoever changes
-- a route changes its row first and its evidence after, in the same transaction.
CREATE FUNCTION record_route_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = borderwatch, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO borderwatch.route_change (operation, id, changed_by)
    VALUES ('insert', NEW.id, borderwatch.changing_account());
    RETURN NEW;
  END IF;
  INSERT INTO borderwatch.route_change (operation, id, before, changed_by)
  SELECT lower(TG_OP), OLD.id,
         to_jsonb(OLD) || jsonb_build_object(
           'evidence', coalesce(jsonb_agg(e.kind ORDER BY e.kind) FILTER (WHERE e.kind IS NOT NULL), '[]'),
           'detections', coalesce(jsonb_agg(e.detection ORDER BY e.detection) FILTER (WHERE e.detection IS NOT NULL), '[]')),
         borderwatch.changing_account()
  FROM borderwatch.route_evidence AS e
  WHERE e.route = OLD.id;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- An insert is told after it happened: one that meets a taken code is no change.
CREATE TRIGGER trafficking_route_insert AFTER INSERT ON trafficking_route
  FOR EACH ROW EXECUTE FUNCTION record_route_change();
CREATE TRIGGER trafficking_route_change BEFORE UPDATE OR DELETE ON trafficking_route
  FOR EACH ROW EXECUTE FUNCTION record_route_change();
CREATE TRIGGER trafficking_route_truncate BEFORE TRUNCATE ON trafficking_route
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
