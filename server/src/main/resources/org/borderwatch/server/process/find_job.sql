-- One job. Served by job_pkey.
SELECT id, type, status, progress, message, requester, unit, inputs, result, created_at, started_at, finished_at
FROM job WHERE id = :id
