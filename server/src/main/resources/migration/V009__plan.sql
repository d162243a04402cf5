-- Plans of patrols: what a roster was made of, and every version of the roster.

CREATE TABLE plan (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  basis      jsonb NOT NULL CHECK (jsonb_typeof(basis) = 'object'),
  first_day  date NOT NULL,
  days       integer NOT NULL CHECK (days BETWEEN 1 AND 366),
  teams      integer NOT NULL CHECK (teams >= 0),
  synthetic  boolean NOT NULL,
  made_at    timestamptz NOT NULL DEFAULT now(),
  made_by    text NOT NULL
);
COMMENT ON TABLE plan IS 'A plan of patrols; never written over. Its roster and its state are its newest version.';
COMMENT ON COLUMN plan.name IS 'A short label, never a word about a person.';
COMMENT ON COLUMN plan.basis IS 'Areas and summaries of the two results that it was made of: they outlive the jobs here.';
CREATE INDEX plan_made_at_idx ON plan (made_at DESC);

CREATE TABLE plan_version (
  plan     uuid NOT NULL REFERENCES plan ON DELETE CASCADE,
  version  integer NOT NULL CHECK (version BETWEEN 1 AND 200),
  kind     text NOT NULL CHECK (kind IN ('created', 'changed', 'undone', 'approved')),
  roster   jsonb NOT NULL CHECK (jsonb_typeof(roster) = 'array'),
  change   jsonb,
  expected double precision NOT NULL,
  made_at  timestamptz NOT NULL DEFAULT now(),
  made_by  text NOT NULL,
  PRIMARY KEY (plan, version),
  CONSTRAINT plan_version_first_is_created CHECK ((version = 1) = (kind = 'created')),
  CONSTRAINT plan_version_change_is_told CHECK ((kind IN ('changed', 'undone')) = (change IS NOT NULL))
);
COMMENT ON TABLE plan_version IS 'Append only: the history of each plan. An approval is a version of its own with the roster of the one before.';
COMMENT ON COLUMN plan_version.roster IS 'Duties: day, shift, team, area.';
COMMENT ON COLUMN plan_version.change IS 'day, team, before, after and price of the change that was made, or that was taken back.';
COMMENT ON COLUMN plan_version.expected IS 'Persons that are stopped over all days where nobody watches.';

-- Versions follow one another without a gap: whoever is late meets the primary key.
CREATE FUNCTION require_next_plan_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version > 1 AND NOT EXISTS (
    SELECT FROM borderwatch.plan_version WHERE plan = NEW.plan AND version = NEW.version - 1) THEN
    RAISE EXCEPTION 'version % of plan % follows none', NEW.version, NEW.plan USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER plan_version_follows AFTER INSERT ON plan_version
  FOR EACH ROW EXECUTE FUNCTION require_next_plan_version();

-- What a commander approved stays. Synthetic plans go when all that is synthetic goes.
CREATE FUNCTION keep_approved_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT OLD.synthetic AND EXISTS (
    SELECT FROM borderwatch.plan_version WHERE plan = OLD.id AND kind = 'approved') THEN
    RAISE EXCEPTION 'plan % was approved and stays', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER plan_approved_stays BEFORE DELETE ON plan
  FOR EACH ROW EXECUTE FUNCTION keep_approved_plan();
CREATE TRIGGER plan_truncate BEFORE TRUNCATE ON plan
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER plan_version_truncate BEFORE TRUNCATE ON plan_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
