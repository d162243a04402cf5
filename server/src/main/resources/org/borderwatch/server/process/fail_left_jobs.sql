-- Jobs that a server left unfinished when it went. Served by job_unfinished_idx.
UPDATE job SET
  finished_at = now(),
  status = CASE WHEN cancel_requested THEN 'dismissed' ELSE 'failed' END,
  message = CASE
    WHEN cancel_requested THEN 'Đã hủy, không lưu gì. / Cancelled; nothing was stored.'
    WHEN type = 'import' THEN 'Máy chủ khởi động lại giữa chừng, chưa lưu gì; hãy gửi lại. / The server restarted meanwhile and stored nothing of it; send it again.'
    ELSE 'Máy chủ khởi động lại giữa chừng; có thể chạy lại. / The server restarted meanwhile; it can be started again.'
  END
WHERE server_id = :server AND finished_at IS NULL
