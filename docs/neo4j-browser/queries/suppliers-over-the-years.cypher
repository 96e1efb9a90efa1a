// A recipient's suppliers over the years
// A year is that of delivery, else of the order, else of the claim. Rows that SIPRI or an article calls planned are left out.
WITH 'Turkey' AS name
CALL db.index.fulltext.queryNodes('kg_names', '"' + name + '"') YIELD node AS recipient
WHERE recipient:Actor AND name IN recipient.name + recipient.names
MATCH (recipient)<-[:RECIPIENT]-(sale:ArmsSale)-[:SUPPLIER]->(supplier:Actor)
MATCH (sale)<-[side:AFFIRMS {modality: 'asserted'}]-(claim:Claim)
UNWIND split(coalesce(side.delivered, side.ordered, claim.at), '; ') AS date
WITH left(date, 4) AS year, supplier, sale, claim, side
RETURN year, supplier.name AS supplier, collect(DISTINCT side.item) AS items, count(DISTINCT claim) AS claims,
  sale.status AS status, sale.asserted_by AS asserted_by, sale.denied_by AS denied_by
ORDER BY year, supplier
