-- Issued reports: what was said, when and by whom. Each stays as it went out; the next issue gets the next number.

CREATE TABLE report_issue (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  unit         text NOT NULL REFERENCES unit ON DELETE CASCADE,
  first_day    date NOT NULL CHECK (extract(day FROM first_day) = 1),
  until_day    date NOT NULL CHECK (extract(day FROM until_day) = 1 AND until_day > first_day),
  number       integer NOT NULL CHECK (number >= 1),
  issued_at    timestamptz NOT NULL DEFAULT now(),
  issued_by    text NOT NULL,
  synthetic    boolean NOT NULL,
  data_version text NOT NULL,
  document     jsonb NOT NULL,
  page_vi      text NOT NULL,
  page_en      text NOT NULL,
  workbook     bytea NOT NULL,
  CONSTRAINT report_issue_report_key UNIQUE (unit, first_day, until_day, number)
);
COMMENT ON TABLE report_issue IS 'Append only: a report as it was issued. Its PDF is printed from its page.';
COMMENT ON COLUMN report_issue.document IS 'The report as data.';
COMMENT ON COLUMN report_issue.workbook IS 'The report as a workbook (XLSX).';
CREATE TRIGGER report_issue_truncate BEFORE TRUNCATE ON report_issue
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
