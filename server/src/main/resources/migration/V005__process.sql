-- Analyses as jobs: what they saw, what came of them in each of its forms, and how any server may end them.

ALTER TABLE job
  ADD COLUMN data_version     text NOT NULL DEFAULT '',
  ADD COLUMN software_version text NOT NULL DEFAULT '',
  ADD COLUMN synthetic        boolean NOT NULL DEFAULT false,
  ADD COLUMN summary          jsonb,
  ADD COLUMN media_type       text NOT NULL DEFAULT 'application/json',
  ADD COLUMN response         text NOT NULL DEFAULT 'raw' CHECK (response IN ('raw', 'document')),
  ADD COLUMN cancel_requested boolean NOT NULL DEFAULT false,
  ADD COLUMN lost             boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN job.data_version IS 'Version of the stored data that it saw; empty when all came with the inputs.';
COMMENT ON COLUMN job.media_type IS 'The form of its result that was asked for.';
COMMENT ON COLUMN job.lost IS 'Said to have failed because its heartbeat stopped; a server that comes back with it takes that back.';
CREATE INDEX job_heartbeat_idx ON job (heartbeat_at) WHERE finished_at IS NULL;

-- Inputs that are too long to be shown with the job: there, job.inputs says only how long they are.
CREATE TABLE job_input (
  job     uuid PRIMARY KEY REFERENCES job ON DELETE CASCADE,
  content bytea NOT NULL
);
COMMENT ON COLUMN job_input.content IS 'JSON, packed with gzip.';
ALTER TABLE job_input ALTER content SET STORAGE EXTERNAL;

CREATE TABLE job_result (
  job        uuid NOT NULL REFERENCES job ON DELETE CASCADE,
  media_type text NOT NULL,
  position   smallint NOT NULL DEFAULT 0,
  packed     boolean NOT NULL DEFAULT true,
  content    bytea NOT NULL,
  size       bigint NOT NULL,
  PRIMARY KEY (job, media_type)
);
COMMENT ON COLUMN job_result.position IS 'The usual form is the first.';
COMMENT ON COLUMN job_result.packed IS 'Whether the content is packed with gzip.';
COMMENT ON COLUMN job_result.size IS 'Bytes when unpacked.';
ALTER TABLE job_result ALTER content SET STORAGE EXTERNAL;

INSERT INTO job_result (job, media_type, packed, content, size)
SELECT id, 'application/json', false, convert_to(result::text, 'UTF8'), octet_length(convert_to(result::text, 'UTF8'))
FROM job WHERE result IS NOT NULL;
ALTER TABLE job DROP COLUMN result;
