-- Where heights are reckoned again, and what came of it; gone with the transaction. No index needed.
CREATE TEMPORARY TABLE again_box (
  west double precision, south double precision, east double precision, north double precision
) ON COMMIT DROP;
CREATE TEMPORARY TABLE edge_again (
  id bigint, walk_s double precision, walk_back_s double precision, ascent_m real, descent_m real, heights_m real[]
) ON COMMIT DROP;
CREATE TEMPORARY TABLE node_again (id bigint, height_m real) ON COMMIT DROP;
