"""Small articles for tests, written as who says what, and turned into bundles with true quotes and offsets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ontology.bundle import Bundle, Reject, Run, make_bundle
from ontology.claim import Claim, Evidence, Modality, Polarity, Position, Stance, Value
from ontology.document import Document, Form
from ontology.entity import Entity
from ontology.identity import as_read_id


@dataclass(frozen=True)
class Somebody:
    """An entity before any document reads it."""

    name: str
    type: str
    known: str | None = None
    mentions: tuple[str, ...] = ()
    private: bool = False


@dataclass(frozen=True)
class Stated:
    """A position before any document holds it: somebody or a code by role."""

    kind: str
    roles: Mapping[str, Somebody | str]
    polarity: Polarity = Polarity.AFFIRMS
    modality: Modality = Modality.ASSERTED
    qualifiers: Mapping[str, "Somebody | Value"] = field(default_factory=dict)


@dataclass(frozen=True)
class Said:
    """A sentence that somebody says; nobody says a rumour."""

    claimant: Somebody | None
    content: str
    stated: tuple[Stated, ...] = ()
    stance: Stance = Stance.ASSERTS
    said_on: str | None = None
    relayed_by: tuple[Somebody, ...] = ()


RUSSIA = Somebody("Russia", "State", "Q159")
ARMENIA = Somebody("Armenia", "State", "Q399")
AZERBAIJAN = Somebody("Azerbaijan", "State", "Q227", ("Azerbaijani",))
TURKEY = Somebody("Turkey", "State", "Q43", ("Ankara",))
SHUSHA = Somebody("Shusha", "Place")
ALIYEV = Somebody("Ilham Aliyev", "Person", mentions=("Aliyev",))
OFFICIALS = Somebody("Armenian officials", "Group")
STEPANYAN = Somebody("Shushan Stepanyan", "Person")
DRONES = Somebody("drones", "Weapon")
HERALD = Somebody("The Herald", "MediaOutlet")
TRIBUNE = Somebody("The Tribune", "MediaOutlet")
WIRE = Somebody("Associated Press", "MediaOutlet")


def arms(supplier: Somebody, recipient: Somebody, **rest: object) -> Stated:
    return stated("ArmsSale", {"supplier": supplier, "recipient": recipient}, **rest)


def control(controller: Somebody, place: Somebody, **rest: object) -> Stated:
    return stated("Control", {"controller": controller, "place": place}, **rest)


def stated(kind: str, roles: Mapping[str, Somebody | str], **rest: object) -> Stated:
    """A position; `polarity` and `modality` by name, all else a qualifier (`from_` for "from")."""
    polarity = Polarity(str(rest.pop("polarity", Polarity.AFFIRMS)))
    modality = Modality(str(rest.pop("modality", Modality.ASSERTED)))
    qualifiers = {name.rstrip("_"): value for name, value in rest.items()}
    return Stated(kind, roles, polarity, modality, qualifiers)  # type: ignore[arg-type]


def article(
    key: str,
    *said: Said,
    publisher: Somebody = HERALD,
    published: str | None = "2020-11-08",
    agency: Somebody | None = None,
    form: Form = Form.ARTICLE,
    rejects: tuple[Reject, ...] = (),
    run: Run | None = None,
) -> Bundle:
    """The bundle of an article whose text is what is said in it, a sentence after the other."""
    starts = list(_starts(said))
    bodies = {somebody for one in said for somebody in _spoken_of(one)} | {publisher} | ({agency} if agency else set())
    return make_bundle(
        Document(
            key=key,
            publisher=_id(key, publisher),
            form=form,
            title=f"Title of {key}",
            published=published,
            language="en",
            agency=_id(key, agency) if agency else None,
            text=" ".join(one.content for one in said),
        ),
        [_entity(key, somebody) for somebody in bodies],
        [_claim(key, one, start) for one, start in zip(said, starts, strict=True)],
        rejects,
        run,
    )


def _starts(said: tuple[Said, ...]) -> Iterator[int]:
    start = 0
    for one in said:
        yield start
        start += len(one.content) + 1


def _spoken_of(said: Said) -> Iterator[Somebody]:
    yield from filter(None, (said.claimant, *said.relayed_by))
    for one in said.stated:
        yield from (value for value in (*one.roles.values(), *one.qualifiers.values()) if isinstance(value, Somebody))


def _id(key: str, somebody: Somebody) -> str:
    return as_read_id(key, somebody.type, somebody.name)


def _entity(key: str, somebody: Somebody) -> Entity:
    return Entity(_id(key, somebody), somebody.type, somebody.name, somebody.mentions, somebody.known, somebody.private)


def _claim(key: str, said: Said, start: int) -> Claim:
    return Claim(
        claimant=_id(key, said.claimant) if said.claimant else None,
        content=said.content,
        stance=said.stance,
        relayed_by=tuple(_id(key, somebody) for somebody in said.relayed_by),
        said_on=said.said_on,
        evidence=(Evidence(said.content, start, start + len(said.content)),),
        positions=tuple(_position(key, one) for one in said.stated),
    )


def _position(key: str, one: Stated) -> Position:
    return Position(
        one.kind,
        {role: _value(key, value) for role, value in one.roles.items()},  # type: ignore[misc]
        one.polarity,
        one.modality,
        {name: _value(key, value) for name, value in one.qualifiers.items()},
    )


def _value(key: str, value: "Somebody | Value") -> Value:
    return _id(key, value) if isinstance(value, Somebody) else value
