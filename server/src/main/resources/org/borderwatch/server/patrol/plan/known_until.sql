-- When the newest track ends: what was due later is not missed, only not told yet. Reads the table of tracks once.
SELECT max(ended_at) FROM patrol_track WHERE synthetic = ?
