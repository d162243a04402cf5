-- Removes sessions that ended by themselves. Served by session_created_at_idx for the old ones. Binds: idleSeconds, absoluteSeconds.
DELETE FROM session
WHERE created_at <= now() - make_interval(secs => :absoluteSeconds)
   OR used_at <= now() - make_interval(secs => :idleSeconds)
