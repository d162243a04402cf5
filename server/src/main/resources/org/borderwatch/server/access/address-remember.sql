-- Remembers where an account signed in from. Served by known_address_pkey. Binds: account, address.
INSERT INTO known_address (account, address) VALUES (:account, :address)
ON CONFLICT (account, address) DO UPDATE SET seen_at = now()
