-- The last issue of a report; one by report_issue_report_key. Binds: unit, from, until.
SELECT number, issued_at, issued_by, document
FROM report_issue
WHERE unit = ? AND first_day = ? AND until_day = ?
ORDER BY number DESC
LIMIT 1
