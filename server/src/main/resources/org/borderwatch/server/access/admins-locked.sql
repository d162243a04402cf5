-- Locks every admin that can come in, so that two at once can't remove each other. Few rows: needs no index.
SELECT name FROM account
WHERE role = 'admin' AND NOT disabled
ORDER BY name FOR UPDATE
