// Shortest paths between two actors
// Any name that the register knows will do, as UK or Türkiye.
WITH 'France' AS from, 'Iran' AS to
CALL db.index.fulltext.queryNodes('kg_names', '"' + replace(from, '"', ' ') + '"') YIELD node AS start
WHERE start:Actor AND from IN start.name + start.names
CALL db.index.fulltext.queryNodes('kg_names', '"' + replace(to, '"', ' ') + '"') YIELD node AS end
WHERE end:Actor AND to IN end.name + end.names AND start <> end
MATCH path = allShortestPaths((start)-[:SELLS_ARMS_TO|ALLIED_WITH|SUPPORTS|FIGHTS|SANCTIONS|AGREES_WITH*..6]-(end))
RETURN path
LIMIT 25
