-- Changes what an account is for. A device keeps no password. Served by account_pkey. Binds: name, role, unit, disabled.
UPDATE account
SET role = :role, unit = :unit, disabled = :disabled, version = version + 1,
    password_hash = CASE WHEN :role = 'device' THEN NULL ELSE password_hash END
WHERE name = :name
