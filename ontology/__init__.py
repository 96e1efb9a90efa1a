"""What can be said: the classes and kinds (`schema/`), the known entities (`register/`), and the nouns that pass between rooms.

Nothing here reads articles, opens a store or answers a request, and nothing here imports `kg`, `loaders` or `api`.
"""
