-- Keeps the newest addresses of an account. Served by known_address_pkey. Binds: account, most.
DELETE FROM known_address WHERE account = :account AND address NOT IN (
  SELECT k.address FROM known_address AS k
  WHERE k.account = :account AND k.seen_at > now() - interval '180 days'
  ORDER BY k.seen_at DESC LIMIT :most)
