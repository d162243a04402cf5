-- Issues of a unit, the newest period and number first; some dozens, by report_issue_report_key.
-- Binds: unit, whether of all periods, from, until.
SELECT id, unit, first_day, until_day, number, issued_at, issued_by, synthetic, data_version
FROM report_issue
WHERE unit = ? AND (? OR (first_day = ? AND until_day = ?))
ORDER BY until_day DESC, first_day, number DESC
LIMIT 500
