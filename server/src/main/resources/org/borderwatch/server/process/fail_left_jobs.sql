-- Jobs that a server left unfinished when it went. Served by job_unfinished_idx.
UPDATE job SET status = 'failed', finished_at = now(),
  message = 'Máy chủ khởi động lại giữa chừng, chưa lưu gì; hãy gửi lại. / The server restarted meanwhile and stored nothing of it; send it again.'
WHERE server_id = :server AND finished_at IS NULL
