-- A job has to stop, wherever it runs: that server sees it at its next heartbeat. Served by job_pkey.
UPDATE job SET cancel_requested = true, status = 'dismissed', message = 'Đang dừng. / Stopping.'
WHERE id = :id AND finished_at IS NULL
