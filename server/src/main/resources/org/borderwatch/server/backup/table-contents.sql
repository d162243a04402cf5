-- Rows of one table and the sum of their hashes: reads the whole table once, no index. The name is put in, quoted.
SELECT count(*), coalesce(sum(hashtextextended(one::text, 0)::numeric), 0)::text FROM borderwatch.%s AS one
