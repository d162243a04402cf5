-- Appends a version of a count; whoever is late meets the primary key.
INSERT INTO outcome_count (cell, version, value, at_least, provisional, reason, made_by)
VALUES (?, ?, ?, ?, ?, ?, ?)
