-- Every account in the order of the names, without what only signing in needs. Served by account_pkey.
SELECT a.name, a.role, a.unit, a.must_change, a.disabled, a.created_at, a.created_by, a.password_hash IS NOT NULL AS has_password
FROM account AS a
ORDER BY a.name
