"""What can be said: classes and kinds (`schema/`), known entities (`register/`), the nouns that pass between rooms.

Nothing here reads articles, opens a store or answers a request, and nothing here imports `kg`, `loaders` or `api`.
"""
