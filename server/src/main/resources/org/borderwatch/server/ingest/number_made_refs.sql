-- Rows with the same content and no reference of their own are told apart by number: 1, 2, 3, ...
-- No index: the temporary tables are joined by hash.
UPDATE incoming SET source_ref = left(incoming.source_ref, -1) || numbered.occurrence
FROM (
  SELECT i.line, row_number() OVER (PARTITION BY i.station, i.source, i.source_ref ORDER BY i.line) AS occurrence
  FROM incoming AS i
  JOIN repeated AS r ON r.source_ref = i.source_ref AND r.source = i.source AND r.station IS NOT DISTINCT FROM i.station
  WHERE i.ref_made
) AS numbered
WHERE incoming.line = numbered.line AND numbered.occurrence > 1
