-- One issue with what it said, by its primary key. Binds: id.
SELECT id, unit, first_day, until_day, number, issued_at, issued_by, synthetic, data_version,
       document, page_vi, page_en, workbook
FROM report_issue
WHERE id = ?
