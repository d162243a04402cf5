-- Adds a row to the audit. Binds: account, role, credential, address, method, path, route, filter, status, rows, ms.
INSERT INTO audit_event (account, role, credential, address, method, path, route, filter, status, row_count, ms)
VALUES (:account, :role, :credential, :address, :method, :path, :route, :filter::jsonb, :status, :rows, :ms)
