-- Rows of one import on their way in; gone with the transaction. No index: it is read whole, or by blocks.
CREATE TEMPORARY TABLE incoming (
  line                bigint NOT NULL,
  ref_made            boolean NOT NULL,
  id                  uuid NOT NULL,
  station             text,
  responsible_station text,
  source              text NOT NULL,
  source_ref          text NOT NULL,
  observed_at         timestamptz NOT NULL,
  geom                geometry(Point, 4326) NOT NULL,
  accuracy_m          real,
  direction           text NOT NULL,
  setting             text NOT NULL,
  outcome             text NOT NULL,
  persons             integer NOT NULL,
  women               integer,
  children            integer,
  indicators          text[] NOT NULL,
  origin              text,
  border_with         text NOT NULL,
  border_km           double precision NOT NULL,
  border_offset_m     double precision NOT NULL
) ON COMMIT DROP
