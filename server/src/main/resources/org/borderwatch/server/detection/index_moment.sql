-- What this transaction sees, and the newest change that it sees. Served by detection_change_pkey from its end.
SELECT pg_current_snapshot()::text AS snapshot, c.change_no, c.xid::text AS xid
FROM (VALUES (1)) AS one
LEFT JOIN LATERAL (
  SELECT change_no, xid FROM detection_change ORDER BY change_no DESC LIMIT 1) AS c ON true
