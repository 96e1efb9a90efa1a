// Who arms whom
// The hundred pairs with most claims; give a year, as 2015, to see what passed since. Click an edge for its sentence.
WITH 1900 AS since
MATCH (supplier:Actor)-[sale:SELLS_ARMS_TO]->(recipient:Actor)
WHERE sale.last IS NULL OR toInteger(left(sale.last, 4)) >= since
RETURN supplier, sale, recipient
ORDER BY sale.claims DESC, supplier.name, recipient.name
LIMIT 100
