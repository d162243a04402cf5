-- Jobs that somebody sees, newest first. Served by job_created_at_idx and job_result_pkey.
SELECT id, type, status, progress, message, requester, unit, inputs, media_type, response, created_at, started_at, finished_at,
       data_version, software_version, synthetic, summary,
       ARRAY(SELECT r.media_type FROM job_result r WHERE r.job = job.id ORDER BY r.position) AS forms
FROM job
WHERE (:all OR requester = :account OR (type <> 'import' AND unit = ANY(CAST(:units AS text[]))))
  AND (cardinality(CAST(:processes AS text[])) = 0 OR type = ANY(CAST(:processes AS text[])))
  AND (cardinality(CAST(:statuses AS text[])) = 0 OR status = ANY(CAST(:statuses AS text[])))
  AND (CAST(:from AS timestamptz) IS NULL OR created_at >= :from)
  AND (CAST(:until AS timestamptz) IS NULL OR created_at < :until)
  AND (CAST(:minSeconds AS float8) IS NULL OR coalesce(finished_at, now()) - started_at >= :minSeconds * interval '1 second')
  AND (CAST(:maxSeconds AS float8) IS NULL OR coalesce(finished_at, now()) - started_at <= :maxSeconds * interval '1 second')
  AND (CAST(:afterTime AS timestamptz) IS NULL OR (created_at, id) < (CAST(:afterTime AS timestamptz), CAST(:afterId AS uuid)))
ORDER BY created_at DESC, id DESC
LIMIT :limit
