-- Stores a tile of heights, or puts it in place of the one there. Served by elevation_tile_pkey.
-- Binds: name, west, north, step_lon, step_lat, columns, rows, heights.
INSERT INTO elevation_tile (name, west, north, step_lon, step_lat, columns, rows, heights)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (name) DO UPDATE SET heights = excluded.heights, recorded_at = now()
