-- What the server's role may do; run after every migration, so that a new table is never forgotten. Needs no index.
-- One statement, hence one transaction: nobody sees the moment between giving and taking away.
DO $$
DECLARE
  append_only text;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'borderwatch_server') THEN
    RETURN;
  END IF;
  -- Two servers that start at once would otherwise meet in the catalogue.
  PERFORM pg_advisory_xact_lock(hashtext('borderwatch grants'));

  GRANT USAGE ON SCHEMA borderwatch TO borderwatch_server;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA borderwatch TO borderwatch_server;
  GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA borderwatch TO borderwatch_server;

  FOREACH append_only IN ARRAY ARRAY['audit_event', 'detection_change', 'route_change', 'plan_version',
    'outcome_count', 'report_issue'] LOOP
    IF to_regclass('borderwatch.' || append_only) IS NOT NULL THEN
      EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON borderwatch.%I FROM borderwatch_server', append_only);
    END IF;
  END LOOP;
  -- Written only by triggers, which run as the owner.
  IF to_regclass('borderwatch.detection_change') IS NOT NULL THEN
    REVOKE INSERT ON borderwatch.detection_change FROM borderwatch_server;
  END IF;
  IF to_regclass('borderwatch.route_change') IS NOT NULL THEN
    REVOKE INSERT ON borderwatch.route_change FROM borderwatch_server;
  END IF;
  -- A draft may be deleted with its versions; nothing of a plan is ever written over.
  IF to_regclass('borderwatch.plan') IS NOT NULL THEN
    REVOKE UPDATE, TRUNCATE ON borderwatch.plan FROM borderwatch_server;
  END IF;
  -- What was counted once keeps its cell; a count is withdrawn by a version.
  IF to_regclass('borderwatch.outcome_cell') IS NOT NULL THEN
    REVOKE UPDATE, DELETE, TRUNCATE ON borderwatch.outcome_cell FROM borderwatch_server;
    REVOKE DELETE, TRUNCATE ON borderwatch.outcome_indicator FROM borderwatch_server;
  END IF;
  IF to_regclass('borderwatch.flyway_schema_history') IS NOT NULL THEN
    REVOKE INSERT, UPDATE, DELETE ON borderwatch.flyway_schema_history FROM borderwatch_server;
  END IF;
END $$;
