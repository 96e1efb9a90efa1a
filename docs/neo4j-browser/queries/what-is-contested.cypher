// What is contested, and by whom
MATCH (what:Proposition {status: 'contested'})<-[side:AFFIRMS|NEGATES]-(claim:Claim)
MATCH (who:Entity)-[says:MAKES]->(claim)
RETURN what, side, claim, says, who
ORDER BY what.name, type(side), claim.at
LIMIT 200
