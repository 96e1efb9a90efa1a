// Positions on one proposition, with their sentences
// Put a proposition's name between the quotes, as it stands on its node.
WITH 'Iran sells arms to Russia' AS name
CALL db.index.fulltext.queryNodes('kg_names', '"' + replace(name, '"', ' ') + '"') YIELD node AS what
WHERE what:Proposition AND what.name = name
MATCH (what)<-[side:AFFIRMS|NEGATES|MENTIONS]-(claim:Claim)-[stands:QUOTED_IN]->(document:Document)
WHERE stands.place = 0
RETURN claim.at AS date, type(side) AS side, coalesce([(who)-[:MAKES]->(claim) | who.name][0], 'nobody named') AS claimant,
  coalesce(stands.quote, claim.content) AS sentence, claim.stance AS stance, side.modality AS modality, side.item AS item,
  document.publisher AS told_by, document.name AS document
ORDER BY date, side, claimant
LIMIT 200
