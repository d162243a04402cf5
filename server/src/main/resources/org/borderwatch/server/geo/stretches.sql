-- Every stretch with its station, from the west. Served by border_section_pkey; some dozens of rows.
SELECT station, border_with, from_km, to_km
FROM border_section
ORDER BY border_with, from_km
