-- A job that waits to be run. Needs no index.
INSERT INTO job (id, type, status, requester, unit, inputs, server_id)
VALUES (:id, :type, 'accepted', :requester, :unit, CAST(:inputs AS jsonb), :server)
