"""One module a noun; a route parses, asks and answers, and that is all. Routes are `def`: a store may wait."""
