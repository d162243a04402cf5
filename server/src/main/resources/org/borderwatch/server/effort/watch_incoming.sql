-- Watches on their way in; gone with the transaction. No index: it is joined whole.
CREATE TEMPORARY TABLE incoming_watch (
  line                bigint NOT NULL,
  station             text,
  responsible_station text,
  source_ref          text NOT NULL,
  watched_from        timestamptz NOT NULL,
  watched_to          timestamptz NOT NULL,
  geom                geometry(Point, 4326) NOT NULL,
  radius_m            double precision NOT NULL
) ON COMMIT DROP
