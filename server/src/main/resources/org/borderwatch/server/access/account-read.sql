-- One account with its unit and the codes of that unit and all below it. Served by account_pkey. Binds: name.
WITH RECURSIVE below (code) AS (
  SELECT a.unit FROM account AS a WHERE a.name = :name
  UNION
  SELECT u.code FROM unit AS u JOIN below AS b ON u.parent = b.code
)
SELECT a.name, a.role, a.unit, a.password_hash, a.must_change, a.disabled, a.version, a.created_at, a.created_by,
       u.name_vi, u.name_en, (SELECT array_agg(code) FROM below) AS units
FROM account AS a JOIN unit AS u ON u.code = a.unit
WHERE a.name = :name
