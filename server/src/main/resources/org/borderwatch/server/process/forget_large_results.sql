-- The oldest results go until those that stay fit into so many bytes; their jobs stay. Reads job and job_result once, not
-- their contents.
WITH sizes AS (
  SELECT job, sum(octet_length(content)) AS bytes FROM job_result GROUP BY job
), newest AS (
  SELECT job, sum(bytes) OVER (ORDER BY created_at DESC, id DESC) AS bytes
  FROM sizes JOIN job ON job.id = sizes.job
)
DELETE FROM job_result USING newest WHERE job_result.job = newest.job AND newest.bytes > :bytes
