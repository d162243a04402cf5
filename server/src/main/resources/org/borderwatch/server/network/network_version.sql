-- Which version of the network this transaction sees: its last change, and the number of the database, which a restore
-- doesn't keep. One row, no index needed.
SELECT s.changed_in::text || '.' || (SELECT oid FROM pg_database WHERE datname = current_database())
FROM network_state AS s
