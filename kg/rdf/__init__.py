"""The mapping to RDF: claims as named graphs of their documents, propositions with their status, shortcuts kept apart.

Nothing here opens a store or answers SPARQL; a `kg.store.Reader` goes in, quads and text come out.
"""
