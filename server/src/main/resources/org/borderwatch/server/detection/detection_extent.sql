-- First and last time of all detections, in UTC. Served by detection_observed_at_idx from both ends.
SELECT to_char(min(d.observed_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
       to_char(max(d.observed_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
FROM detection AS d
