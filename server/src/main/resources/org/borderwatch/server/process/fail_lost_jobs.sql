-- Jobs whose server gave no sign for a while. Served by job_heartbeat_idx.
UPDATE job SET
  finished_at = now(), lost = true,
  status = CASE WHEN cancel_requested THEN 'dismissed' ELSE 'failed' END,
  message = CASE
    WHEN cancel_requested THEN 'Đã hủy. / Cancelled.'
    WHEN type = 'import' THEN 'Máy chủ chạy việc này không còn trả lời; hãy kiểm tra dữ liệu rồi gửi lại. / The server that ran it gave no sign for a minute; look at the data, then send it again.'
    ELSE 'Máy chủ chạy việc này không còn trả lời; có thể chạy lại. / The server that ran it gave no sign for a minute; it can be started again.'
  END
WHERE finished_at IS NULL AND heartbeat_at < now() - :silence * interval '1 second'
