-- Tracks on their way in; gone with the transaction. No index: it is joined whole.
CREATE TEMPORARY TABLE incoming_track (
  line                bigint NOT NULL,
  station             text,
  responsible_station text,
  source_ref          text NOT NULL,
  team                text,
  started_at          timestamptz NOT NULL,
  ended_at            timestamptz NOT NULL,
  geom                geometry(MultiLineString, 4326) NOT NULL,
  seconds             integer[] NOT NULL,
  km                  double precision NOT NULL,
  hours               double precision NOT NULL
) ON COMMIT DROP
