"""Who a name or a code of a dataset means: looked up in the register by year, never guessed."""

from collections.abc import Iterable

from ontology.entity import Entity
from ontology.identity import as_read_id, digest, slug
from ontology.register import Known, NameForm, Register, get_register
from ontology.schema import SCHEMA

_FORMS = (NameForm.NAME, NameForm.ACRONYM)


class Who:
    """The entities of one part of a dataset, as that part reads them.

    A name that the register does not know, or that may mean several of its entities in that year, is an entity of its
    own under its name, of the class that the dataset gives; its `known` is None.
    """

    def __init__(self, key: str, dataset: str, register: Register | None = None) -> None:
        self._home, self._key, self._dataset = digest(key), key, dataset
        self._register = register or get_register()
        self._met: dict[tuple[str, str, str, int | None], Entity] = {}

    def named(self, name: str, type_: str, year: int | None = None) -> Entity:
        """Who bears a name (case and spacing aside) in a year. `type_` is a class of the schema."""
        return self._once("name", type_, name, year) or self._keep(
            ("name", type_, name, year), self._by_name(name, type_, year), type_, name
        )

    def coded(self, scheme: str, code: str, type_: str, year: int | None = None, name: str = "") -> Entity:
        """Who a code (`iso2`, `iso3`, `cow`, `cow_abbreviation`, `gw`) stands for in a year.

        `name` is what the dataset calls it; it is used as its name, never to find it.
        """
        scheme_and_name = f"{scheme}\x1f{name}"
        known = (
            self._register.get_by_code(scheme, code) if year is None else self._register.get_bearer(scheme, code, year)
        )
        return self._once(scheme_and_name, type_, code, year) or self._keep(
            (scheme_and_name, type_, code, year), known, type_, name or (known.name if known else f"{scheme} {code}")
        )

    def own(self, id_: str, name: str, type_: str, of: str = "") -> Entity:
        """Somebody whom the dataset itself identifies: `person:reign-a2-9-46`; `of` is who gives the ids."""
        prefix = SCHEMA.classes[type_].prefix
        return self._entity(f"{prefix}:{slug(of or self._dataset)}-{slug(id_)}", type_, name)

    def registered(self, id_: str, name: str = "") -> Entity:
        """An entity of the register by its id. Raises KeyError where the register has none of it."""
        known = self._register.get(id_)
        if known is None:
            raise KeyError(id_)
        return self._entity(known.id, known.type, name or known.name)

    def _once(self, how: str, type_: str, value: str, year: int | None) -> Entity | None:
        return self._met.get((how, type_, value, year))

    def _keep(self, asked: tuple[str, str, str, int | None], known: Known | None, type_: str, name: str) -> Entity:
        if known:
            entity = self._entity(known.id, known.type, name)
        else:
            entity = Entity(as_read_id(self._key, type_, name), type_, name)
        self._met[asked] = entity
        return entity

    def _entity(self, known: str, type_: str, name: str) -> Entity:
        """One id a name and bearer: `item` shows each designation as it stands in its record."""
        prefix = SCHEMA.classes[type_].prefix
        return Entity(f"{prefix}:{slug(name)}.{digest(known)[:8]}@{self._home}", type_, name, known=known)

    def _by_name(self, name: str, type_: str, year: int | None) -> Known | None:
        bearers = [known for known in self._register.find(name, _FORMS) if _may_be(known, type_)]
        if len(bearers) > 1 and year is not None:
            bearers = list(_of_year(bearers, year))
        return bearers[0] if len(bearers) == 1 else None


def _may_be(known: Known, type_: str) -> bool:
    return SCHEMA.is_a(known.type, type_) or SCHEMA.is_a(type_, known.type)


def _of_year(bearers: Iterable[Known], year: int) -> Iterable[Known]:
    return (known for known in bearers if (known.since or year) <= year <= (known.until or year))
