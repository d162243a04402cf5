-- Every detection in the pages [from, to) of the table, in the columns that RowDecoder reads. A COPY takes no bound
-- values, so both bounds are settings of the transaction. No index: pages are read by their place (tid range scan).
COPY (
  SELECT d.row_no, d.observed_at, ST_X(d.geom), ST_Y(d.geom), d.direction, d.setting, d.source, d.outcome,
         d.border_with, d.border_km, d.synthetic, d.persons, d.women, d.children,
         CASE WHEN d.indicators <> '{}' THEN d.indicators END, d.responsible_station
  FROM detection AS d
  WHERE d.ctid >= current_setting('borderwatch.from')::tid AND d.ctid < current_setting('borderwatch.to')::tid
) TO STDOUT (FORMAT binary)
