-- All watches for the copy in memory: the whole table, no index.
SELECT w.responsible_station, w.synthetic, ST_X(w.geom) AS lon, ST_Y(w.geom) AS lat, w.radius_m,
       extract(epoch FROM w.watched_from)::bigint AS since, extract(epoch FROM w.watched_to)::bigint AS until
FROM sensor_watch AS w
ORDER BY w.row_no
