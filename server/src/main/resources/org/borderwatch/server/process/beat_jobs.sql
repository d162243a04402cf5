-- Jobs are alive, and so far. Returns those that may go on: not cancelled, not forgotten. One that was only supposed to
-- be lost is taken back. Served by job_pkey.
WITH beat (id, percent, message) AS (
  SELECT * FROM unnest(CAST(:ids AS uuid[]), CAST(:percents AS integer[]), CAST(:messages AS text[]))
), alive AS (
  UPDATE job SET
    heartbeat_at = now(), progress = beat.percent, finished_at = NULL, lost = false,
    message = CASE WHEN job.cancel_requested THEN job.message ELSE beat.message END,
    status = CASE WHEN NOT job.lost THEN job.status WHEN job.started_at IS NULL THEN 'accepted' ELSE 'running' END
  FROM beat
  WHERE job.id = beat.id AND (job.finished_at IS NULL OR job.lost)
  RETURNING job.id, job.cancel_requested
)
SELECT id FROM alive WHERE NOT cancel_requested
