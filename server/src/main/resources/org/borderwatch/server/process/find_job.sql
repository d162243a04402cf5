-- One job. Served by job_pkey and job_result_pkey.
SELECT id, type, status, progress, message, requester, unit, inputs, media_type, response, created_at, started_at, finished_at,
       data_version, software_version, synthetic, summary,
       ARRAY(SELECT r.media_type FROM job_result r WHERE r.job = job.id ORDER BY r.position) AS forms
FROM job WHERE id = :id
