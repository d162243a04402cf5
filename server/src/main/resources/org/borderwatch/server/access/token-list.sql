-- The tokens of an account, newest first. Served by token_account_idx. Binds: account.
SELECT id, account, label, created_at, created_by, expires_at, used_at FROM token
WHERE account = :account
ORDER BY created_at DESC, id
