-- What there is, in numbers. Reads the table of detections once, no index.
SELECT count(*) AS detections,
       count(*) FILTER (WHERE synthetic) AS synthetic,
       (SELECT count(*) FROM borderwatch.border_line) AS lines,
       (SELECT count(*) FROM borderwatch.place) AS places,
       (SELECT count(*) FROM borderwatch.trafficking_route) AS routes,
       (SELECT count(*) FROM borderwatch.plan) AS plans
FROM borderwatch.detection
