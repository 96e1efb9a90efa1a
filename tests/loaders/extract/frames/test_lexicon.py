from typing import Any

import pytest

from loaders.extract.frames import Match, load_frames, match_frames
from ontology.identity import slug
from ontology.schema import SCHEMA
from tests.loaders.extract.frames.marked import marked

EXAMPLES = [
    pytest.param(frame.kind, example, id=f"{frame.kind}: {example['text'][:60]}")
    for frame in load_frames()
    for example in frame.examples
]


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_a_frame_gives_what_its_example_says(kind: str, example: dict[str, Any]) -> None:
    sentence = marked(example["text"])
    found = [_as_given(match) for match in match_frames(sentence.line()) if match.frame.kind == kind]
    wanted = example["gives"]
    if wanted == "nothing":
        assert found == []
        return
    for given in wanted if isinstance(wanted, list) else [wanted]:
        assert any(_holds(seen, given) for seen in found), found


def _as_given(match: Match) -> dict[str, set[str]]:
    seen = {name: {*symbol.entities} or {symbol.word} for name, symbol in match.slots.items()}
    return seen | {name: {word} for name, word in match.qualifiers.items()}


def _holds(seen: dict[str, set[str]], given: dict[str, str]) -> bool:
    symmetric = {"a", "b"} <= set(given)
    pair = seen.get("both", seen.get("a", set()) | seen.get("b", set()))
    if symmetric and not {slug(given["a"]), slug(given["b"])} <= pair:
        return False
    return all(
        slug(value) in seen[name] or value in seen[name]
        for name, value in given.items()
        if name not in ("item", "a", "b")
    )


@pytest.mark.parametrize("frame", load_frames(), ids=lambda frame: f"{frame.kind}: {frame.name}")
def test_a_frame_is_told_by_three_examples_and_known_to_the_schema(frame: Any) -> None:
    assert len(frame.examples) >= 3 or frame.kind == "ArmsSale"
    assert frame.kind in SCHEMA.kinds
    slots = {name for pattern in frame.patterns for name in pattern.groupindex} - {"trigger", "both", "item", "good"}
    assert slots <= set(SCHEMA.kinds[frame.kind].roles)
