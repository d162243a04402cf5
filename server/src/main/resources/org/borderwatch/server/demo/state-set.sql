-- Remembers whether the demo, or a part of it, was added or removed. Served by setting_pkey. Binds: what, state.
INSERT INTO setting (key, value) VALUES (?, ?)
ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value
