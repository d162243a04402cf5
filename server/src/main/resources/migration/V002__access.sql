-- Who may come in, and what was done: accounts, sessions, tokens, known addresses, the audit.

CREATE TABLE account (
  name          text PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9._-]{1,39}$'),
  role          text NOT NULL CHECK (role IN ('device', 'recorder', 'planner', 'commander', 'analyst', 'admin')),
  unit          text NOT NULL REFERENCES unit,
  password_hash text,
  must_change   boolean NOT NULL DEFAULT false,
  disabled      boolean NOT NULL DEFAULT false,
  version       integer NOT NULL DEFAULT 1,
  created_at    timestamptz NOT NULL DEFAULT now(),
  created_by    text NOT NULL,
  CONSTRAINT account_device_has_no_password CHECK (role <> 'device' OR password_hash IS NULL)
);
COMMENT ON TABLE account IS 'Who may come in. Sees the unit and all below it.';
COMMENT ON COLUMN account.version IS 'Rises with each change; a remembered credential of an older version is worth nothing.';

CREATE TABLE session (
  secret_hash bytea PRIMARY KEY CHECK (octet_length(secret_hash) = 32),
  account     text NOT NULL REFERENCES account ON DELETE CASCADE,
  created_at  timestamptz NOT NULL DEFAULT now(),
  used_at     timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE session IS 'Sessions of the page. Only the SHA-256 of the cookie is kept.';
CREATE INDEX session_account_idx ON session (account);
CREATE INDEX session_created_at_idx ON session (created_at);

CREATE TABLE token (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account     text NOT NULL REFERENCES account ON DELETE CASCADE,
  label       text NOT NULL CHECK (char_length(label) BETWEEN 1 AND 80),
  secret_hash bytea NOT NULL UNIQUE CHECK (octet_length(secret_hash) = 32),
  created_at  timestamptz NOT NULL DEFAULT now(),
  created_by  text NOT NULL,
  expires_at  timestamptz NOT NULL,
  used_at     timestamptz
);
COMMENT ON TABLE token IS 'Bearer tokens of programs and devices. Only the SHA-256 of the token is kept.';
CREATE INDEX token_account_idx ON token (account);

CREATE TABLE known_address (
  account text NOT NULL REFERENCES account ON DELETE CASCADE,
  address text NOT NULL,
  seen_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account, address)
);
COMMENT ON TABLE known_address IS 'Where an account signed in from: such an address still gets in while others are slowed.';

CREATE TABLE audit_event (
  event_no   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at         timestamptz NOT NULL DEFAULT now(),
  account    text,
  role       text,
  credential text NOT NULL CHECK (credential IN ('session', 'token', 'basic', 'none')),
  address    text NOT NULL,
  method     text NOT NULL,
  path       text NOT NULL,
  route      text NOT NULL,
  filter     jsonb NOT NULL DEFAULT '{}',
  status     smallint NOT NULL,
  row_count  bigint,
  ms         integer NOT NULL
);
COMMENT ON TABLE audit_event IS
  'Append only: one row for each request that changes, exports or reads exact positions, and each sign-in. Never a secret, never a body.';
COMMENT ON COLUMN audit_event.account IS 'No reference: what an account did outlives it. Empty when nobody known asked.';
CREATE INDEX audit_event_at_idx ON audit_event (at);
CREATE INDEX audit_event_account_idx ON audit_event (account, at);
CREATE TRIGGER audit_event_truncate BEFORE TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
