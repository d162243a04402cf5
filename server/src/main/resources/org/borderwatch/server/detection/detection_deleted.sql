-- The last image of a detection that is gone. Served by detection_change_history_idx. Binds: id.
SELECT c.before ->> 'responsible_station' AS responsible_station
FROM detection_change AS c
WHERE c.id = ? AND c.operation = 'delete'
ORDER BY c.change_no DESC
LIMIT 1
