-- A job that waits to be run. Needs no index.
INSERT INTO job (id, type, status, requester, unit, inputs, media_type, response, server_id, software_version)
VALUES (:id, :type, 'accepted', :requester, :unit, CAST(:inputs AS jsonb), :mediaType, :response, :server, :software)
