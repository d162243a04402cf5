-- Keeps an issue; report_issue_report_key refuses a number that went out already.
-- Binds: unit, from, until, number, account, simulated, data version, document, page_vi, page_en, workbook.
INSERT INTO report_issue (unit, first_day, until_day, number, issued_by, synthetic, data_version, document, page_vi,
                          page_en, workbook)
VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
RETURNING id, unit, first_day, until_day, number, issued_at, issued_by, synthetic, data_version
