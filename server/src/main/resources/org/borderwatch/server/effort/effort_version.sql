-- Which version of effort this transaction sees: its last change, and the number of the database, which a restore
-- doesn't keep. One row, no index needed.
SELECT s.changed_in::text || '.' || (SELECT oid FROM pg_database WHERE datname = current_database())
FROM effort_state AS s
