-- Work that takes longer than a request, and what an import compares.

CREATE TABLE job (
  id           uuid PRIMARY KEY,
  type         text NOT NULL,
  status       text NOT NULL CHECK (status IN ('accepted', 'running', 'successful', 'failed', 'dismissed')),
  progress     smallint NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
  message      text NOT NULL DEFAULT '',
  requester    text NOT NULL,
  unit         text NOT NULL,
  inputs       jsonb NOT NULL DEFAULT '{}',
  result       jsonb,
  server_id    uuid NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  started_at   timestamptz,
  finished_at  timestamptz,
  heartbeat_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE job IS 'Statuses are those of OGC API Processes. A job whose server is gone can be told by its heartbeat.';
CREATE INDEX job_created_at_idx ON job (created_at DESC);
CREATE INDEX job_unfinished_idx ON job (server_id) WHERE finished_at IS NULL;

-- What a detection says, column by column as a file has it: to show how two of them differ.
CREATE FUNCTION detection_content(
  source_ref text, observed_at timestamptz, geom geometry, accuracy_m real, direction text, setting text, source text,
  outcome text, persons integer, women integer, children integer, indicators text[], station text, origin text,
  synthetic boolean
) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
RETURN jsonb_build_object(
  'source_ref', source_ref,
  'observed_at', to_char(observed_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS"+07:00"'),
  'lon', ST_X(geom),
  'lat', ST_Y(geom),
  'accuracy_m', accuracy_m,
  'direction', direction,
  'setting', setting,
  'source', source,
  'outcome', outcome,
  'persons', persons,
  'women', women,
  'children', children,
  'indicators', array_to_string(indicators, ';'),
  'station', station,
  'origin', origin,
  'synthetic', synthetic);

-- "column: one value / other value" for each column in which two contents differ.
CREATE FUNCTION content_difference(one jsonb, other jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
  SELECT string_agg(format('%s: %s / %s', a.key, coalesce(nullif(a.value, ''), '—'), coalesce(nullif(b.value, ''), '—')), ', ' ORDER BY a.key)
  FROM jsonb_each_text(one) AS a JOIN jsonb_each_text(other) AS b ON b.key = a.key
  WHERE a.value IS DISTINCT FROM b.value);
