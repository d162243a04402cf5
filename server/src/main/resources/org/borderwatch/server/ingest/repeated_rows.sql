-- Rows whose key stood earlier in the file, with that line and what differs (null: nothing).
-- No index: the temporary tables are joined by hash.
CREATE TEMPORARY TABLE repeated_row ON COMMIT DROP AS
WITH numbered AS (
  SELECT i.line,
         first_value(i.line) OVER (PARTITION BY i.station, i.source, i.source_ref ORDER BY i.line) AS first_line,
         detection_content(
           i.source_ref, i.observed_at, i.geom, i.accuracy_m, i.direction, i.setting, i.source, i.outcome, i.persons,
           i.women, i.children, i.indicators, i.station, i.origin, false) AS content
  FROM incoming AS i
  JOIN repeated AS r ON r.source_ref = i.source_ref AND r.source = i.source AND r.station IS NOT DISTINCT FROM i.station
)
SELECT later.line, later.first_line, later.content, content_difference(first.content, later.content) AS differs
FROM numbered AS later JOIN numbered AS first ON first.line = later.first_line
WHERE later.line <> later.first_line
