-- Adds an account unless the name is taken. Served by account_pkey. Binds: name, role, unit, hash, mustChange, by.
INSERT INTO account (name, role, unit, password_hash, must_change, created_by)
VALUES (:name, :role, :unit, :hash, :mustChange, :by)
ON CONFLICT (name) DO NOTHING
