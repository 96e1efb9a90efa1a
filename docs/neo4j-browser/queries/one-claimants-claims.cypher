// One claimant's claims in order
// Any claimant: a state, a person, a newspaper, SIPRI.
WITH 'Iran' AS name
CALL db.index.fulltext.queryNodes('kg_names', '"' + replace(name, '"', ' ') + '"') YIELD node AS who
WHERE who:Entity AND name IN who.name + who.names
MATCH (who)-[:MAKES]->(claim:Claim)
WITH who, claim ORDER BY claim.at, claim.id LIMIT 200
MATCH (claim)-[stands:QUOTED_IN]->(document:Document)
WHERE stands.place = 0
RETURN claim.at AS date, who.name AS claimant, claim.stance AS stance, coalesce(stands.quote, claim.content) AS sentence,
  [(claim)-[side:AFFIRMS|NEGATES|MENTIONS]->(what) | type(side) + ': ' + what.name] AS positions,
  document.publisher AS told_by, document.name AS document
ORDER BY date, claim.id
