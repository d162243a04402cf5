-- What a copy of the detections in memory relies on, held by the store itself: positions of 1e-7 degrees, chainage of
-- a millimetre, and times, places and numbers that fit into four bytes each.

-- The rows that are there. The history is silent: nothing moves by as much as a millimetre.
ALTER TABLE detection DISABLE TRIGGER detection_update;
UPDATE detection SET
  geom = ST_SetSRID(ST_MakePoint(round(ST_X(geom) * 1e7::float8) / 1e7::float8, round(ST_Y(geom) * 1e7::float8) / 1e7::float8), 4326),
  border_km = round(border_km * 1e6::float8) / 1e6::float8
WHERE border_km <> round(border_km * 1e6::float8) / 1e6::float8
   OR ST_X(geom) <> round(ST_X(geom) * 1e7::float8) / 1e7::float8
   OR ST_Y(geom) <> round(ST_Y(geom) * 1e7::float8) / 1e7::float8;
ALTER TABLE detection ENABLE TRIGGER detection_update;

CREATE FUNCTION round_detection() RETURNS trigger LANGUAGE plpgsql
  SET search_path = borderwatch, public, pg_temp AS $$
BEGIN
  new.geom := ST_SetSRID(
    ST_MakePoint(round(ST_X(new.geom) * 1e7::float8) / 1e7::float8, round(ST_Y(new.geom) * 1e7::float8) / 1e7::float8), 4326);
  new.border_km := round(new.border_km * 1e6::float8) / 1e6::float8;
  RETURN new;
END $$;
COMMENT ON FUNCTION round_detection IS 'To 1e-7 degrees and 1e-6 kilometres, bit by bit as the server rounds.';

-- The server rounds before it writes, so the function is only called for rows that come by other ways.
CREATE TRIGGER detection_round BEFORE INSERT OR UPDATE ON detection FOR EACH ROW
  WHEN (new.border_km <> round(new.border_km * 1e6::float8) / 1e6::float8
     OR ST_X(new.geom) <> round(ST_X(new.geom) * 1e7::float8) / 1e7::float8
     OR ST_Y(new.geom) <> round(ST_Y(new.geom) * 1e7::float8) / 1e7::float8)
  EXECUTE FUNCTION round_detection();

CREATE FUNCTION refuse_new_row_no() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a detection keeps its row_no';
END $$;
CREATE TRIGGER detection_row_no_stays BEFORE UPDATE ON detection FOR EACH ROW
  WHEN (new.row_no <> old.row_no) EXECUTE FUNCTION refuse_new_row_no();

-- An empty point has no coordinates, and a CHECK lets pass what is null; infinity lies outside of every bound.
ALTER TABLE detection
  ADD CONSTRAINT detection_position_possible
    CHECK (coalesce(abs(ST_X(geom)) <= 180 AND abs(ST_Y(geom)) <= 85, false)),
  ADD CONSTRAINT detection_time_possible
    CHECK (observed_at >= '1932-01-01 00:00:00+00' AND observed_at < '2068-01-01 00:00:00+00'),
  ADD CONSTRAINT detection_border_km_possible CHECK (border_km >= 0 AND border_km < 4294),
  ADD CONSTRAINT detection_row_no_possible CHECK (row_no > 0 AND row_no < 4294967296);
