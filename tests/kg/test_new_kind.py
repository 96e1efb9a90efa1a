"""A new class and a new kind are one file each: nothing else of the house has to change for them."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
MILITIA = """\
label: Militia
definition: Armed people who are nobody's army.
parents: [ArmedGroup]
prefix: militia
neo4j: {label: Militia}
alignments: {}
"""
BLOCKADE = """\
label: Blockade
definition: An actor lets nothing into a place.
sentence: "{blocker} blockades {place}"
roles:
  blocker: {range: Militia, required: true}
  place: {range: Place, required: true}
qualifiers:
  tightness: {code: [loose, tight]}
  begun: {type: date}
neo4j: {label: Blockade, shortcut: BLOCKADES, from: blocker, to: place}
"""
PROGRAM = """\
import io, json
from kg.rdf.export import canonical_dump
from kg.rdf.vocabulary import to_vocabulary
from kg.stores import open_store
from kg.stores.neo4j import vocabulary
from ontology.jsonschema import make_json_schema
from ontology.reference import make_reference
from tests.kg.articles import HERALD, OFFICIALS, SHUSHA, Said, Somebody, article, stated

militia = Somebody("Sons of a Test", "Militia")
roles = {"blocker": militia, "place": SHUSHA}
terms = io.StringIO()
to_vocabulary(terms)
with open_store("sqlite:new.db", create=True) as store:
    shut = stated("Blockade", roles, tightness="tight", begun="2020")
    store.put(article("id:a", Said(HERALD, "It is shut.", (shut,))))
    store.put(article("id:b", Said(OFFICIALS, "It is not.", (stated("Blockade", roles, polarity="negates"),))))
    (shut,), (edge,) = store.iter_propositions(), store.iter_shortcuts()
    definitions = make_json_schema()["$defs"]
    told = {
        "status": shut.status,
        "edge": [edge.relationship, edge.source, edge.target, edge.first],
        "json schema": definitions["Blockade"]["properties"]["qualifiers"]["properties"]["tightness"]["anyOf"][0],
        "json classes": "Militia" in definitions["Entity"]["properties"]["type"]["enum"],
        "reference": ["### Blockade" in make_reference(), "| **Militia** |" in make_reference()],
        "labels": vocabulary.CLASS_LABELS["Militia"],
        "label": vocabulary.KIND_LABELS["Blockade"],
        "role": vocabulary.ROLE_RELATIONSHIPS["blocker"],
        "shortcut": vocabulary.SHORTCUTS["Blockade"],
        "terms": [f"cg:{name}\\n" in terms.getvalue() for name in ("Militia", "Blockade", "blocker", "BLOCKADES")],
        "dump": '"Sons of a Test blockades Shusha"' in canonical_dump(store),
    }
print(json.dumps(told))
"""


@pytest.fixture
def told(tmp_path: Path) -> Any:
    """What a copy of the house tells that has two files more."""
    for package in ("ontology", "kg"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("tests/__init__.py", "tests/kg/__init__.py", "tests/kg/articles.py"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, tmp_path / file)
    (tmp_path / "ontology/schema/Militia.yaml").write_text(MILITIA, encoding="utf-8")
    (tmp_path / "ontology/schema/Blockade.yaml").write_text(BLOCKADE, encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_one_file_is_all_that_a_class_or_a_kind_needs(told: Any) -> None:
    assert told == {
        "status": "contested",
        "edge": ["BLOCKADES", "militia:sons-of-a-test", "place:shusha", "2020"],
        "json schema": {"enum": ["loose", "tight"]},
        "json classes": True,
        "reference": [True, True],
        "labels": ["Entity", "Actor", "Organization", "ArmedGroup", "Militia"],
        "label": "Blockade",
        "role": "BLOCKER",
        "shortcut": "BLOCKADES",
        "terms": [True] * 4,
        "dump": True,
    }
