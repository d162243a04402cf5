-- The end of a job; the first end counts. Served by job_pkey.
UPDATE job SET
  status = :status, message = :message, result = CAST(:result AS jsonb), finished_at = now(), heartbeat_at = now(),
  progress = CASE WHEN :status = 'successful' THEN 100 ELSE progress END
WHERE id = :id AND finished_at IS NULL
