-- Whose token it is, while it lasts. Served by token_secret_hash_key. Binds: hash.
SELECT account, used_at IS NULL OR used_at < now() - interval '1 minute' AS stale FROM token
WHERE secret_hash = :hash AND expires_at > now()
