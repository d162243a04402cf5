-- Whether the demo was added by a version that did not know one of its parts yet. Served by setting_pkey. Binds: part.
SELECT EXISTS (SELECT FROM setting WHERE key = 'demo' AND value = 'added')
   AND NOT EXISTS (SELECT FROM setting WHERE key = ?)
