// What one document says
// Put a document's title between the quotes, as it stands on its node.
WITH 'Ukraine to buy Bayraktar drones from Turkey' AS name
CALL db.index.fulltext.queryNodes('kg_names', '"' + replace(name, '"', ' ') + '"') YIELD node AS document
WHERE document:Document AND document.name = name
MATCH (document)<-[stands:QUOTED_IN]-(claim:Claim)-[side:AFFIRMS|NEGATES|MENTIONS]->(what:Proposition)
OPTIONAL MATCH (who:Entity)-[says:MAKES]->(claim)
RETURN document, stands, claim, side, what, says, who
LIMIT 300
