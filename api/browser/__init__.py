"""Neo4j Browser dressed for the graph: its style, its saved queries, its guide. No question is answered here.

The files themselves lie in `docs/neo4j-browser/`, where people read them; `files` leads there, and a wheel holds them.
"""
