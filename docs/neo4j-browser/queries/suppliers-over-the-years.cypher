// A recipient's suppliers over the years
// A year is that of a delivery, else of the order, else of the claim. What is only planned or denied is left out.
WITH 'Turkey' AS name
CALL db.index.fulltext.queryNodes('kg_names', '"' + replace(name, '"', ' ') + '"') YIELD node AS recipient
WHERE recipient:Actor AND name IN recipient.name + recipient.names
MATCH (recipient)<-[:RECIPIENT]-(sale:ArmsSale)-[:SUPPLIER]->(supplier:Actor)
MATCH (sale)<-[side:AFFIRMS {modality: 'asserted'}]-(claim:Claim)
UNWIND split(coalesce(side.delivered, side.ordered, claim.at), '; ') AS date
RETURN left(date, 4) AS year, supplier.name AS supplier, count(DISTINCT claim) AS claims,
  collect(DISTINCT side.item)[..5] AS items, collect(DISTINCT side.stage) AS stages,
  sale.asserted_by[..5] AS asserted_by, sale.denied_by[..5] AS denied_by
ORDER BY year, supplier
