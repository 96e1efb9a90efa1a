"""Any sequence of writes, drawn by hypothesis, compared after each with a naive model and with a fresh store."""

from collections.abc import Callable
from tempfile import TemporaryDirectory

from hypothesis import strategies as st
from hypothesis.stateful import Bundle as Values
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kg.store import EntityFilter, Outcome, Store
from kg.stores import open_store
from ontology.bundle import Bundle
from ontology.claim import Modality, Stance
from ontology.identity import document_id
from tests.kg.articles import (
    ALIYEV,
    ARMENIA,
    AZERBAIJAN,
    HERALD,
    OFFICIALS,
    SHUSHA,
    TRIBUNE,
    WIRE,
    Said,
    Somebody,
    Stated,
    arms,
    article,
    control,
    stated,
)
from tests.kg.dump import dump
from tests.kg.naive import NaiveStore

F16S, DRONES = Somebody("F-16s of a test", "Weapon"), Somebody("drones of a test", "Weapon")
TOWN, CITY = Somebody("Hadrut", "Place", "place:of-a-test"), Somebody("Hadrut town", "State", "place:of-a-test")
DATES = st.sampled_from([None, "2019", "2020-11", "2020-11-08", "2020-11-09"])
SIGNS = st.sampled_from(["affirms", "negates"])
FIRMNESS = st.sampled_from([*[Modality.ASSERTED] * 4, Modality.RUMOURED, Modality.PLANNED, Modality.CONDITIONAL])


@st.composite
def positions(draw: st.DrawFn) -> Stated:
    sign, firmness = draw(SIGNS), draw(FIRMNESS)
    rest: dict[str, object] = {"polarity": sign, "modality": firmness}
    match draw(st.sampled_from(["arms", "control", "agreement", "toll"])):
        case "arms":
            item = draw(st.sampled_from([None, F16S, DRONES]))
            return arms(AZERBAIJAN, ARMENIA, item=item, **rest)
        case "control":
            spell = {"from_": draw(DATES), "to": None}
            return control(
                draw(st.sampled_from([AZERBAIJAN, ARMENIA])), draw(st.sampled_from([TOWN, CITY])), **rest, **spell
            )
        case "agreement":
            a, b = draw(st.permutations([AZERBAIJAN, ARMENIA]))
            return stated("Agreement", {"a": a, "b": b}, **rest)
        case _:
            place = {"place": SHUSHA} if draw(st.booleans()) else {}
            return stated("Casualties", {"harm": "killed", **place}, **rest)


SAYINGS = st.builds(
    Said,
    claimant=st.sampled_from([None, ALIYEV, OFFICIALS, HERALD]),
    content=st.sampled_from(["It is so.", "It  is SO.", "It is not so.", "Perhaps."]),
    stated=st.lists(positions(), max_size=2).map(tuple),
    stance=st.sampled_from([*[Stance.ASSERTS] * 3, Stance.DENIES, Stance.DEMANDS]),
    said_on=DATES,
)
BUNDLES = st.builds(
    lambda key, said, publisher, published, agency: article(
        key, *said, publisher=publisher, published=published, agency=agency
    ),
    key=st.sampled_from(["id:a", "id:b", "id:c"]),
    said=st.lists(SAYINGS, max_size=3),
    publisher=st.sampled_from([HERALD, TRIBUNE]),
    published=DATES,
    agency=st.sampled_from([None, WIRE]),
)


class Writes(RuleBasedStateMachine):
    """Put, put again, replace, withdraw, purge and rebuild; after each compare with the model and a fresh store."""

    open: Callable[[], Store]
    told: Values[Bundle] = Values("told")

    def __init__(self) -> None:
        super().__init__()
        self.store = self.open()
        self.naive = NaiveStore()

    @rule(target=told, bundle=BUNDLES)
    def put(self, bundle: Bundle) -> Bundle:
        id_ = document_id(bundle.document.key)
        current = self.naive.bundles.get(id_)
        expected = Outcome.STORED if current is None else Outcome.DUPLICATE if current == bundle else Outcome.REPLACED
        assert self.store.put(bundle).outcome is expected
        self.naive.bundles[id_] = bundle
        return bundle

    @rule(bundle=told)
    def put_again(self, bundle: Bundle) -> None:
        self.put(bundle)

    @rule(bundle=told)
    def withdraw(self, bundle: Bundle) -> None:
        id_ = document_id(bundle.document.key)
        if id_ in self.naive.bundles:
            self.store.withdraw(id_)
            del self.naive.bundles[id_]

    @rule(bundle=told)
    def purge(self, bundle: Bundle) -> None:
        id_ = document_id(bundle.document.key)
        assert self.store.purge(id_).outcome is Outcome.PURGED
        assert all(entry.purged for entry in self.store.iter_log() if entry.document == id_)
        self.naive.bundles.pop(id_, None)

    @rule()
    def rebuild(self) -> None:
        before = dump(self.store)
        assert self.store.rebuild() == len(self.naive.bundles)
        assert dump(self.store) == before

    @invariant()
    def standings_are_right(self) -> None:
        answered = {
            p.id: (p.status, tuple(n.id for n in p.asserted_by), tuple(n.id for n in p.denied_by), p.origins)
            for p in self.store.iter_propositions()
        }
        assert answered == self.naive.standings()

    @invariant()
    def shortcuts_are_right(self) -> None:
        affirmed = {p.id for p in self.store.iter_propositions() if p.origins and p.kind != "Casualties"}
        assert {edge.proposition for edge in self.store.iter_shortcuts()} == affirmed

    @invariant()
    def entities_are_right(self) -> None:
        answered = {e.id: (e.name, e.type) for e in self.store.iter_entities(EntityFilter())}
        expected = self.naive.entities()
        assert {id_: answered[id_] for id_ in expected} == expected

    @invariant()
    def claims_are_right(self) -> None:
        assert [claim.id for claim in self.store.iter_claims()] == self.naive.claims()

    def teardown(self) -> None:
        with TemporaryDirectory() as folder, open_store(f"sqlite:{folder}/fresh.db", create=True) as fresh:
            for bundle in self.naive.bundles.values():
                fresh.put(bundle)
            assert dump(self.store) == dump(fresh)
        self.store.close()
