-- The id of a cell, made where it is new. The caller holds the lock of the unit. Served by its unique index.
WITH given AS (SELECT ?::text AS unit, ?::text AS indicator, ?::date AS first_day, ?::date AS until_day, ?::text AS partner),
     known AS (
       SELECT c.id FROM outcome_cell AS c JOIN given AS g
         ON c.unit = g.unit AND c.indicator = g.indicator AND c.first_day = g.first_day AND c.until_day = g.until_day
            AND c.partner IS NOT DISTINCT FROM g.partner),
     made AS (
       INSERT INTO outcome_cell (unit, indicator, first_day, until_day, partner)
       SELECT g.* FROM given AS g WHERE NOT EXISTS (SELECT FROM known)
       RETURNING id)
SELECT id FROM known UNION ALL SELECT id FROM made
