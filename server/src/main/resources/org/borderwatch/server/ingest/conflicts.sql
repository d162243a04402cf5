-- Rows whose key is stored with other content, and how they differ. Binds: synthetic.
-- Served by detection_row_no_key.
SELECT i.line, incoming_content.content,
       content_difference(
         detection_content(
           d.source_ref, d.observed_at, d.geom, d.accuracy_m, d.direction, d.setting, d.source, d.outcome, d.persons,
           d.women, d.children, d.indicators, d.station, d.origin, d.synthetic),
         incoming_content.content) AS differs,
       s.responsible_station
FROM stored_already AS s
JOIN incoming AS i USING (line)
JOIN detection AS d USING (row_no)
CROSS JOIN (VALUES (?::boolean)) AS ask (synthetic)
CROSS JOIN LATERAL (
  SELECT detection_content(
    i.source_ref, i.observed_at, i.geom, i.accuracy_m, i.direction, i.setting, i.source, i.outcome, i.persons,
    i.women, i.children, i.indicators, i.station, i.origin, ask.synthetic) AS content
) AS incoming_content
WHERE NOT s.same
ORDER BY i.line
