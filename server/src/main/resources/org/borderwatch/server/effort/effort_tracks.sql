-- All tracks for the copy in memory: the whole table, no index.
SELECT t.responsible_station, t.synthetic, extract(epoch FROM t.started_at)::bigint AS started, t.seconds,
       ST_AsBinary(t.geom, 'NDR') AS legs
FROM patrol_track AS t
ORDER BY t.row_no
