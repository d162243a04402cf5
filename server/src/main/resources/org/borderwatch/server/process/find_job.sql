-- One job. Served by job_pkey.
SELECT id, type, status, progress, message, requester, unit, inputs, media_type, response, created_at, started_at, finished_at,
       data_version, software_version, synthetic, summary
FROM job WHERE id = :id
