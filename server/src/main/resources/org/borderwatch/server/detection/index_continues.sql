-- Whether this database went on from a remembered moment: time did not run backwards, and the newest change of then is
-- still that of the same transaction. Served by detection_change_pkey. Binds: snapshot, change, its transaction.
SELECT pg_snapshot_xmax(pg_current_snapshot()) >= pg_snapshot_xmax(?::pg_snapshot)
   AND coalesce((SELECT c.xid = asked.xid FROM detection_change AS c WHERE c.change_no = asked.change_no), asked.change_no IS NULL)
FROM (VALUES (?::bigint, ?::xid8)) AS asked (change_no, xid)
