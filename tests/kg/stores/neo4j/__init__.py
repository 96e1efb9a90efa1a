"""What is true of the store on Neo4j alone; what every store promises is tested in the contract."""
