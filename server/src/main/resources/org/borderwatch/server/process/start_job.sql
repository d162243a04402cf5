-- A job runs now, unless it was cancelled. One that was only supposed to be lost is taken back. Served by job_pkey.
UPDATE job SET
  status = 'running', started_at = now(), heartbeat_at = now(), message = '', finished_at = NULL, lost = false
WHERE id = :id AND NOT cancel_requested AND (finished_at IS NULL OR lost)
