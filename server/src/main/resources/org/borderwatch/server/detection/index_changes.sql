-- Each row that changed since the snapshot in the setting borderwatch.since: whether and where that snapshot saw it,
-- then the columns of index_rows.sql as they are now, null when it is gone.
-- The first change of a row by number tells what was there before: changes of one row wait for each other.
-- Served by detection_change_xid_idx and, one row at a time (hence OFFSET 0), detection_row_no_key.
COPY (
  SELECT news.row_no, news.was_there, news.lon, news.lat,
         d.row_no, d.observed_at, ST_X(d.geom), ST_Y(d.geom), d.direction, d.setting, d.source, d.outcome,
         d.border_with, d.border_km, d.synthetic, d.persons, d.women, d.children,
         CASE WHEN d.indicators <> '{}' THEN d.indicators END, d.responsible_station
  FROM (
    SELECT DISTINCT ON (c.row_no) c.row_no, c.operation <> 'insert' AS was_there,
           (c.before #>> '{geom,coordinates,0}')::float8 AS lon, (c.before #>> '{geom,coordinates,1}')::float8 AS lat
    FROM detection_change AS c
    WHERE c.xid >= pg_snapshot_xmin(current_setting('borderwatch.since')::pg_snapshot)
      AND NOT pg_visible_in_snapshot(c.xid, current_setting('borderwatch.since')::pg_snapshot)
    ORDER BY c.row_no, c.change_no
  ) AS news
  LEFT JOIN LATERAL (SELECT * FROM detection WHERE detection.row_no = news.row_no OFFSET 0) AS d ON true
) TO STDOUT (FORMAT binary)
