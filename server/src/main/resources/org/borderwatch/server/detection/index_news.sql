-- What this transaction sees, and how many changes of it the snapshot in the setting borderwatch.since did not see; at
-- most so many are counted. Served by detection_change_xid_idx. Binds: most.
SELECT pg_current_snapshot()::text AS snapshot, (
  SELECT count(*) FROM (
    SELECT FROM detection_change AS c
    WHERE c.xid >= pg_snapshot_xmin(current_setting('borderwatch.since')::pg_snapshot)
      AND NOT pg_visible_in_snapshot(c.xid, current_setting('borderwatch.since')::pg_snapshot)
    LIMIT ?) AS counted) AS changes
