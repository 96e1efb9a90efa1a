// Who arms both sides of a clash
// Years of sales and of fighting are spans, first to last: the claims behind an edge tell what passed when.
MATCH (one:Actor)-[clash:FIGHTS]->(other:Actor)
MATCH (one)<-[to_one:SELLS_ARMS_TO]-(supplier:Actor)-[to_other:SELLS_ARMS_TO]->(other)
WHERE all(sale IN [to_one, to_other] WHERE
  coalesce(left(sale.first, 4) <= left(clash.last, 4), true) AND
  coalesce(left(sale.last, 4) >= left(clash.first, 4), true))
RETURN one, clash, other, supplier, to_one, to_other
ORDER BY clash.last DESC, one.name, other.name, supplier.name
LIMIT 100
