-- The end of a job, and what it says then. The first end counts, but for one that was only supposed because the heartbeat
-- stopped. A job that was cancelled is dismissed, unless what it did is done and stays. Served by job_pkey.
UPDATE job SET
  status = CASE WHEN cancel_requested AND NOT :lasting THEN 'dismissed' ELSE :status END,
  message = CASE WHEN cancel_requested AND NOT :lasting
    THEN 'Đã hủy, không lưu gì. / Cancelled; nothing was stored.' ELSE :message END,
  progress = CASE WHEN :status = 'successful' THEN 100 ELSE progress END,
  finished_at = now(), heartbeat_at = now(), lost = false,
  data_version = :dataVersion, synthetic = :synthetic, summary = CAST(:summary AS jsonb)
WHERE id = :id AND (finished_at IS NULL OR lost)
RETURNING status
