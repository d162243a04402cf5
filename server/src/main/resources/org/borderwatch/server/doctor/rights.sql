-- Rights that the server's role has and must not have. Served by the catalogue's own indexes.
SELECT 'the role borderwatch_server may ' || r.privilege || ' ' || c.relname AS what,
       'REVOKE ' || r.privilege || ' ON borderwatch.' || c.relname || ' FROM borderwatch_server, PUBLIC' AS remedy
FROM pg_roles AS server
  CROSS JOIN pg_class AS c
  CROSS JOIN unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE', 'INSERT']) AS r (privilege)
WHERE server.rolname = 'borderwatch_server'
  AND c.relnamespace = 'borderwatch'::regnamespace AND c.relkind IN ('r', 'p')
  AND (r.privilege = 'TRUNCATE'
    OR (r.privilege IN ('UPDATE', 'DELETE') AND c.relname IN
      ('audit_event', 'detection_change', 'route_change', 'plan_version', 'outcome_count', 'outcome_cell',
        'report_issue'))
    OR (r.privilege = 'UPDATE' AND c.relname = 'plan')
    OR (r.privilege = 'DELETE' AND c.relname = 'outcome_indicator')
    OR (r.privilege = 'INSERT' AND c.relname IN ('detection_change', 'route_change')))
  AND has_table_privilege(server.oid, c.oid, r.privilege)
UNION ALL
SELECT 'the role borderwatch_server may make tables in the schema borderwatch',
       'REVOKE CREATE ON SCHEMA borderwatch FROM borderwatch_server, PUBLIC'
FROM pg_roles AS server
WHERE server.rolname = 'borderwatch_server'
  AND has_schema_privilege(server.oid, 'borderwatch', 'CREATE')
UNION ALL
SELECT 'there is no role borderwatch_server, so nothing holds the server back from changing history',
       'as an administrator of the database: CREATE ROLE borderwatch_server NOLOGIN, then start again'
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'borderwatch_server')
