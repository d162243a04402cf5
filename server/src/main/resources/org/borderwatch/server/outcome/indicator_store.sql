-- Adds an indicator as version 1, or replaces the version before. Served by the primary key.
INSERT INTO outcome_indicator AS i
  (code, section, position, name_vi, name_en, unit_vi, unit_en, kind, part_of, disjoint, retired, version)
SELECT g.* FROM (VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)) AS g
  (code, section, position, name_vi, name_en, unit_vi, unit_en, kind, part_of, disjoint, retired, version)
WHERE g.version = 1 OR EXISTS (SELECT FROM outcome_indicator AS known WHERE known.code = g.code)
ON CONFLICT (code) DO UPDATE SET
  section = EXCLUDED.section, position = EXCLUDED.position, name_vi = EXCLUDED.name_vi, name_en = EXCLUDED.name_en,
  unit_vi = EXCLUDED.unit_vi, unit_en = EXCLUDED.unit_en, kind = EXCLUDED.kind, part_of = EXCLUDED.part_of,
  disjoint = EXCLUDED.disjoint, retired = EXCLUDED.retired, version = EXCLUDED.version
WHERE i.version = EXCLUDED.version - 1
