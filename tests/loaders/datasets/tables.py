"""Tables and mappings written for the tests."""

import gzip
from pathlib import Path

MAPPING = """
name: think-tank
title: Deals of an invented think tank
publisher: {name: Invented Institute}
source: https://institute.example/deals
licence: CC0
key: [id]
group_by: [seller, buyer]
content: "{seller} to {buyer}: {what} ({year})"
skip:
- {when: {column: what, is: [nothing]}, reason: no arms}
positions:
- kind: ArmsSale
  roles:
    supplier: {column: seller, type: State, year: year}
    recipient: {column: buyer, type: State, year: year, unknown: [unknown]}
  qualifiers:
    item: what
    ordered: year
    number: {column: number, missing: ["-9"], thousands: ","}
    stage: {column: state, values: {done: completed, open: agreed}, missing: [""]}
"""

HEAD = "id,seller,buyer,what,number,year,state\n"
ROWS = (
    "1,France,Egypt,jets,24,2015,done\n",
    '2,USSR,Egypt,tanks,"1,200",1970,done\n',
    "3,France,unknown,missiles,-9,1999,open\n",
    "4,France,India,nothing,,1990,\n",
    "5,Atlantis,India,rifles,7,1990,\n",
)


def write_mapping(folder: Path, text: str = MAPPING) -> Path:
    path = folder / "mapping.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def write_table(folder: Path, *rows: str, head: str = HEAD, name: str = "deals.csv", packed: bool = False) -> Path:
    path = folder / name
    data = (head + "".join(rows)).encode()
    path.write_bytes(gzip.compress(data) if packed else data)
    return path
