// Allies that arm opponents
// An ally of the one arms the other who fights it. Two members of one alliance are allies too.
MATCH (one:Actor)-[fight:FIGHTS]-(opponent:Actor)<-[sale:SELLS_ARMS_TO]-(ally:Actor)
MATCH tie = (one)-[:ALLIED_WITH*1..2]-(ally)
WHERE one <> ally AND all(between IN nodes(tie)[1..-1] WHERE between:Alliance)
RETURN one, fight, opponent, sale, ally, tie
ORDER BY one.name, opponent.name, ally.name
LIMIT 100
