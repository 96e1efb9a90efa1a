"""Write ontology/register/states.yaml from open data.

Run it where rigour is installed (requirements/register.txt), with the folder that holds country_codes,
cia_factbook_json, peacesciencer and petrarch2:

    python tools/make_states.py ../shared/data > ontology/register/states.yaml

What English news call a state, and what no file says, is in states.yaml beside this script.
"""

import csv
import gzip
import html
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from rigour.territories import Territory, get_territories, lookup_territory

Entry = dict[str, Any]
HEADER = "# Made by tools/make_states.py from the sources that SOURCES.md names. Change it there, not here.\n"
LISTS = ("names", "acronyms", "adjectives", "demonyms", "capitals")
LATEST = {"cow": 2016, "gw": 2017}  # the last years of the lists: a spell that reaches them is open
NOT_IN_COUNTRY_CODES = ("PS", "XK")  # states that country-codes lists as contested, or not at all


def main() -> None:
    """Write the file to standard output."""
    data = Path(sys.argv[1])
    own = yaml.safe_load((Path(__file__).parent / "states.yaml").read_text(encoding="utf-8"))
    entries = [*iter_today(data, own["today"]), *iter_past(data, own["past"])]
    mark_shared(entries)
    sys.stdout.write(HEADER)
    yaml.safe_dump(
        {"State": entries}, sys.stdout, allow_unicode=True, sort_keys=False, width=120, default_flow_style=None
    )


def iter_today(data: Path, own: dict[str, Entry]) -> Iterator[Entry]:
    """The states of today, by the name that news use."""
    territories = {t.code.upper(): t for t in get_territories()}
    codes = {row["ISO3166-1-Alpha-2"]: row for row in read_csv(data / "country_codes/data/country-codes.csv")}
    facts = dict(iter_factbook(data / "cia_factbook_json"))
    independent = [code for code, row in codes.items() if row["is_independent"] == "Yes"]
    spells, spellings = read_spells(data), read_petrarch(data)
    states = [
        make_today(territories[code], codes.get(code, {}), facts, own.get(code, {}), spells, spellings)
        for code in (*independent, *NOT_IN_COUNTRY_CODES)
    ]
    yield from sorted(states, key=lambda entry: str(entry["name"]))


def make_today(
    territory: Territory,
    row: dict[str, str],
    facts: dict[str, Entry],
    own: Entry,
    spells: dict[str, dict[str, list[Entry]]],
    spellings: dict[str, list[str]],
) -> Entry:
    """One state: its codes from rigour, its names from all, its people from the factbook, its spells from two lists."""
    given = {fold(n) for n in (territory.name, territory.full_name, row.get("CLDR display name", ""))}
    fact = next((f for f in facts.values() if given & {fold(n) for n in f["names"]}), None) or facts.get(
        row.get("FIPS", "")[:2].lower(), {}
    )
    name = own.get("name") or row.get("CLDR display name") or territory.name
    formal = row.get("UNTERM English Formal", "").removeprefix("the ").strip(" *")
    names = [territory.name, territory.full_name, formal, *fact.get("long", [])]
    entry: Entry = {"id": territory.qid, "name": name}
    found = {
        "names": [n for n in names if n and "(" not in n and "," not in n],
        "adjectives": [*fact.get("adjectives", []), *agreed(spellings.get(territory.alpha3 or "", []), territory)],
        "demonyms": fact.get("demonyms", []),
        "capitals": [row["Capital"]] if row.get("Capital") else fact.get("capitals", []),
    }
    add_lists(entry, found, own)
    entry["iso2"], entry["iso3"] = territory.code.upper(), (territory.alpha3 or "").upper()
    cow = own.get("cow") or [*find_cow(spells["cow"], entry)]
    return entry | coded({"cow": cow, "gw": own.get("gw") or known_codes(cow, spells["gw"])}, spells)


def iter_past(data: Path, own: list[Entry]) -> Iterator[Entry]:
    """The states of the past: named beside this script, their QIDs from rigour, their spells from two lists."""
    territories = {t.code: t for t in get_territories()}
    spells = read_spells(data)
    for given in own:
        entry: Entry = {"id": given.get("id") or territories[given["code"]].qid, "name": given["name"]}
        add_lists(entry, {}, given)
        cow = given.get("cow", [])
        entry |= coded({"cow": cow, "gw": given.get("gw") or known_codes(cow, spells["gw"])}, spells)
        yield entry | {year: given[year] for year in ("since", "until") if year in given}


def add_lists(entry: Entry, found: dict[str, list[str]], own: Entry) -> None:
    """The lists of names: what was found and what is added, less what is dropped, each text once."""
    shared = {*own.get("shared", ())}
    for field in LISTS:
        added: list[Any] = own.get(field, [])
        kept: dict[str, Any] = {}
        drop = {*own.get("drop", ()), *([entry["name"]] if field != "capitals" else [])}
        for name in (*(n for n in found.get(field, ()) if n not in drop), *added):
            text = name["text"] if isinstance(name, dict) else name
            kept.setdefault(text, {"text": text, "shared": True} if text in shared else name)
        if kept:
            entry[field] = list(kept.values())


def mark_shared(entries: list[Entry]) -> None:
    """Mark the names that two states bear, where neither is marked as the lesser bearer already."""
    bearers: dict[str, set[str]] = defaultdict(set)
    owners = {fold(entry["name"]) for entry in entries}
    for entry in entries:
        for field in LISTS:
            for name in entry.get(field, ()):
                if isinstance(name, str):
                    bearers[fold(name)].add(entry["id"])
    today = {entry["id"] for entry in entries if "until" not in entry}
    for entry in entries:
        for field in LISTS:
            entry[field] = [mark(name, entry, bearers, owners, today) for name in entry.get(field, ())]
            if not entry[field]:
                del entry[field]


def mark(name: Any, entry: Entry, bearers: dict[str, set[str]], owners: set[str], today: set[str]) -> Any:
    """The name, marked where others have a better right to it: a state's first name, a state of today's capital."""
    if isinstance(name, dict):
        return name if name.get("shared") else name["text"]
    others = bearers[fold(name)] - {entry["id"]}
    first = fold(name) in owners and fold(name) != fold(entry["name"])
    rivals = others & today if entry["id"] in today else others
    return {"text": name, "shared": True} if first or rivals else name


def read_csv(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, packed or not."""
    text = gzip.decompress(path.read_bytes()).decode() if path.suffix == ".gz" else path.read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def read_spells(data: Path) -> dict[str, dict[str, list[Entry]]]:
    """The spells of COW's and of Gleditsch and Ward's states, by scheme and code."""
    return {"cow": read_cow(data), "gw": read_gw(data)}


def read_cow(data: Path) -> dict[str, list[Entry]]:
    """COW's spells by code: abbreviation, name, first and last year."""
    spells: dict[str, list[Entry]] = defaultdict(list)
    for row in read_csv(data / "peacesciencer/cow_states.csv.gz"):
        first, last = int(float(row["styear"])), int(float(row["endyear"]))
        code = str(int(float(row["ccode"])))
        spells[code].append({"abbreviation": row["stateabb"], "name": row["statenme"], "since": first, "until": last})
    return spells


def read_gw(data: Path) -> dict[str, list[Entry]]:
    """Gleditsch and Ward's spells by code: first and last year."""
    spells: dict[str, list[Entry]] = defaultdict(list)
    for row in read_csv(data / "peacesciencer/gw_states.csv.gz"):
        first, last = int(row["startdate"][:4]), int(row["enddate"][:4])
        spells[str(int(float(row["gwcode"])))].append({"since": first, "until": last})
    return spells


def find_cow(cow: dict[str, list[Entry]], entry: Entry) -> Iterator[str]:
    """The code that COW files a state under, by any of its names."""
    names = {fold(n) for n in (entry["name"], *(n for n in entry.get("names", ()) if isinstance(n, str)))}
    yield from (code for code, spells in cow.items() if fold(spells[0]["name"]) in names)


def known_codes(wanted: Iterable[str], spells: dict[str, list[Entry]]) -> list[str]:
    """Codes of COW, with their years, that stand in the other list as well."""
    return [code for code in wanted if code.partition(" ")[0] in spells]


def coded(wanted: dict[str, Iterable[str]], spells: dict[str, dict[str, list[Entry]]]) -> Entry:
    """The spells of codes by scheme, cut to years where those are given: "345", "345 1918-1991", "345 2006"."""
    found = {
        scheme: [spell for code in codes for spell in iter_cut(code, spells[scheme], LATEST[scheme])]
        for scheme, codes in wanted.items()
    }
    return {scheme: cut for scheme, cut in found.items() if cut}


def iter_cut(wanted: str, spells: dict[str, list[Entry]], latest: int) -> Iterator[Entry]:
    """The spells of "345 1918-1991": a code and its wanted years; as they are where no list has them."""
    code, _, years = wanted.partition(" ")
    first, _, last = years.partition("-")
    asked = {"since": int(first or 0), "until": int(last or latest)}
    cut = [spell | overlap(spell, asked) for spell in spells.get(code, ())]
    for spell in [spell for spell in cut if spell["since"] <= spell["until"]] or [asked]:
        abbreviation = {"abbreviation": spell["abbreviation"]} if "abbreviation" in spell else {}
        begin = {"since": spell["since"]} if spell["since"] else {}
        yield {"code": code, **abbreviation, **begin, **({} if spell["until"] == latest else {"until": spell["until"]})}


def overlap(one: Entry, other: Entry) -> Entry:
    """The years that two spells share; they end before they begin where there are none."""
    return {"since": max(one["since"], other["since"]), "until": min(one["until"], other["until"])}


def read_petrarch(data: Path) -> dict[str, list[str]]:
    """The spellings under each country's code in the actor dictionary, in title case; many of them are not names."""
    found: dict[str, list[str]] = defaultdict(list)
    path = data / "petrarch2/data/dictionaries/Phoenix.Countries.actors.txt"
    pending: list[str] = []
    for line in path.read_text(encoding="latin-1").splitlines():
        text = line.partition("#")[0].strip()
        head = re.fullmatch(r"([^+\[]\S*)\s+\[([A-Z]{3})\]", text)
        if head:
            pending = found[head[2].lower()]
            pending.append(spelled(head[1]))
        elif text.startswith("+"):
            pending.append(spelled(text[1:]))
        else:
            pending = []
    return found


def spelled(text: str) -> str:
    """An entry of the dictionary as it is written elsewhere: spaces for underscores, small words small."""
    words = re.sub(r"[^\W_]+('\w+)?", lambda word: word[0].capitalize(), text.replace("_", " ").strip())
    return re.sub(r"\b(Of|The|And|La)\b", lambda small: small[0].lower(), words)


def agreed(spellings: Iterable[str], territory: Territory) -> list[str]:
    """The adjectives among the spellings: rigour knows them for the same state, and they are not its name."""
    adjectives = (s for s in spellings if re.fullmatch(r"[A-Z][a-z ]+(an|ese|ish)", s) and s[:4] == territory.name[:4])
    return [s for s in adjectives if lookup_territory(s) == territory]


def iter_factbook(folder: Path) -> Iterator[tuple[str, Entry]]:
    """Names, capital and people by the factbook's code."""
    for path in sorted(folder.glob("*/*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        name = record.get("Government", {}).get("Country name", {})
        people = record.get("People and Society", {}).get("Nationality", {})
        if isinstance(name, dict) and "conventional short form" in name:
            yield path.stem, make_fact(record["Government"], name, people)


def make_fact(government: Entry, name: Entry, people: Entry) -> Entry:
    """One country's names, capital, adjectives and demonyms."""
    short, long = (text_of(name, f"conventional {size} form") for size in ("short", "long"))
    capital = re.split(r"[;(,]", text_of(government.get("Capital", {}), "name"))[0].strip()
    return {
        "names": [n for n in (short, long) if n not in ("none", "")],
        "long": [n for n in [long] if n not in ("none", "")],
        "capitals": [capital] if capital else [],
        "adjectives": list(iter_words(text_of(people, "adjective"), plural=False)),
        "demonyms": list(iter_words(text_of(people, "noun"), plural=True)),
    }


def text_of(record: Entry, field: str) -> str:
    """The text of a field, or nothing."""
    value = record.get(field, {})
    return html.unescape(value.get("text", "")) if isinstance(value, dict) else ""


def iter_words(text: str, *, plural: bool) -> Iterator[str]:
    """The words of "Afghan(s)", "Lao(s) or Laotian(s)", "Irishman(men), Irishwoman(women)", with their plurals."""
    for part in re.split(r",|;|\bor\b", text.partition("; note")[0]):
        word = re.sub(r"\(.*", "", part).strip()
        if not re.fullmatch(r"[A-Z][\w' -]+", word) or word in ("NA", "US citizens"):
            continue
        yield word
        if plural and "(s)" in part:
            yield f"{word}s"
        if plural and ("(men)" in part or "(women)" in part):
            yield f"{word[:-2]}en"


def fold(text: str) -> str:
    """A name for comparing, case and spelling of "and" aside."""
    return " ".join(text.replace("&", "and").replace("’", "'").casefold().split())


if __name__ == "__main__":
    main()
