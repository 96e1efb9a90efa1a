"""How it is asked: the command line and the REST API, two faces of the same questions."""
