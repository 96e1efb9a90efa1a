// Who arms whom
// The hundred pairs with most claims; put a year, as 2015, to see what passed since. A contested one shows its claim in red.
WITH 1900 AS since
MATCH (supplier:Actor)-[sale:SELLS_ARMS_TO]->(recipient:Actor)
WHERE sale.last IS NULL OR toInteger(left(sale.last, 4)) >= since
WITH supplier, sale, recipient
ORDER BY sale.claims DESC, supplier.name, recipient.name
LIMIT 100
OPTIONAL MATCH (contested:Proposition {id: sale.proposition, status: 'contested'})
RETURN supplier, sale, recipient, contested
