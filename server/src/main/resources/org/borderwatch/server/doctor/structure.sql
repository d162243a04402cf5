-- What is not in force: indexes, constraints, triggers, pages. Served by the catalogue's own indexes.
SELECT 'the index ' || i.indexrelid::regclass || ' is not valid' AS what,
       'REINDEX INDEX ' || i.indexrelid::regclass AS remedy
FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid
WHERE c.relnamespace = 'borderwatch'::regnamespace AND NOT i.indisvalid
UNION ALL
SELECT 'the constraint ' || conname || ' on ' || conrelid::regclass || ' was never validated',
       'ALTER TABLE ' || conrelid::regclass || ' VALIDATE CONSTRAINT ' || conname
FROM pg_constraint
WHERE connamespace = 'borderwatch'::regnamespace AND NOT convalidated
UNION ALL
SELECT 'the trigger ' || t.tgname || ' on ' || t.tgrelid::regclass || ' is switched off',
       'ALTER TABLE ' || t.tgrelid::regclass || ' ENABLE TRIGGER ' || t.tgname
FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
WHERE c.relnamespace = 'borderwatch'::regnamespace AND NOT t.tgisinternal AND t.tgenabled <> 'O'
UNION ALL
SELECT checksum_failures || ' pages of the database are damaged on disk',
       'back up what can be read, check the disk, then restore the last good backup'
FROM pg_stat_database
WHERE datname = current_database() AND checksum_failures > 0
