// Rumours
// What is told as a rumour, and where it stands by all that is said.
MATCH (claim)-[side:AFFIRMS|NEGATES|MENTIONS]->(what)
WHERE side.modality = 'rumoured'
MATCH (claim)-[stands:QUOTED_IN]->(document:Document)
WHERE stands.place = 0
RETURN claim.at AS date, what.name AS rumour, what.status AS status, coalesce(stands.quote, claim.content) AS sentence,
  coalesce([(who)-[:MAKES]->(claim) | who.name][0], 'nobody named') AS claimant,
  document.publisher AS told_by, document.name AS document
ORDER BY date, rumour
LIMIT 200
