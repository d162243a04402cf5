-- Whether the demo was added by a version that knew no effort yet. Served by setting_pkey.
SELECT EXISTS (SELECT FROM setting WHERE key = 'demo' AND value = 'added')
   AND NOT EXISTS (SELECT FROM setting WHERE key = 'demo.effort')
