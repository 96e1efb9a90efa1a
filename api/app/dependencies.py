"""What routes are given: the store that the app was made with."""

from typing import Annotated

from fastapi import Depends, Request

from kg.store import Store


def _store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


StoreDep = Annotated[Store, Depends(_store)]
