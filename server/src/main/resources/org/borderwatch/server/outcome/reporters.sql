-- All units, the highest first; some dozens.
SELECT code, name_vi, name_en, parent FROM unit
ORDER BY CASE kind WHEN 'command' THEN 0 WHEN 'agency' THEN 1 WHEN 'province' THEN 2 ELSE 3 END, code
