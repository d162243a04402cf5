-- Whose session it is, while it lasts. Served by session_pkey. Binds: hash, idleSeconds, absoluteSeconds.
SELECT account, used_at < now() - interval '1 minute' AS stale FROM session
WHERE secret_hash = :hash
  AND used_at > now() - make_interval(secs => :idleSeconds)
  AND created_at > now() - make_interval(secs => :absoluteSeconds)
