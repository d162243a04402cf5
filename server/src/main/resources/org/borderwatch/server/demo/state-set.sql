-- Remembers whether the demo was added or removed. Served by setting_pkey. Binds: state.
INSERT INTO setting (key, value) VALUES ('demo', ?)
ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value
