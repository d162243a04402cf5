-- Keys that stand more than once in the file. No index: one pass over the temporary table.
CREATE TEMPORARY TABLE repeated ON COMMIT DROP AS
SELECT station, source, source_ref
FROM incoming
GROUP BY station, source, source_ref
HAVING count(*) > 1
