-- Adds a token. Served by token_pkey. Binds: account, label, hash, by, days.
INSERT INTO token (account, label, secret_hash, created_by, expires_at)
VALUES (:account, :label, :hash, :by, now() + make_interval(days => :days))
RETURNING id, account, label, created_at, created_by, expires_at, used_at
