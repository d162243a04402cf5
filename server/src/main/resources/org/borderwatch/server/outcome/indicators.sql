-- All indicators in the order of the report; some dozens.
SELECT * FROM outcome_indicator ORDER BY position, code
