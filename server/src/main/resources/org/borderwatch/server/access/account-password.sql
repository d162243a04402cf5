-- Gives an account another password. Served by account_pkey. Binds: name, hash, mustChange.
UPDATE account
SET password_hash = :hash, must_change = :mustChange, version = version + 1
WHERE name = :name
