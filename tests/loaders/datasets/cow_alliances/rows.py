"""Rows of COW's formal alliances, invented for the tests."""

from collections.abc import Mapping

DYAD = {
    "version4id": "9001", "ccode1": "2", "state_name1": "United States of America", "ccode2": "640",
    "state_name2": "Turkey", "dyad_st_day": "6", "dyad_st_month": "7", "dyad_st_year": "1950", "dyad_end_day": "",
    "dyad_end_month": "", "dyad_end_year": "", "left_censor": "0", "right_censor": "1", "defense": "1",
    "neutrality": "0", "nonaggression": "0", "entente": "0", "asymmetric": "0", "version": "0.1",
}  # fmt: skip

MEMBER = {
    "version4id": "227", "ccode": "640", "state_name": "Turkey", "all_st_day": "1", "all_st_month": "2",
    "all_st_year": "1950", "all_end_day": "", "all_end_month": "", "all_end_year": "",
    "ss_type": "Type I: Defense Pact", "mem_st_day": "3", "mem_st_month": "4", "mem_st_year": "1953",
    "mem_end_day": "", "mem_end_month": "", "mem_end_year": "", "left_censor": "0", "right_censor": "1",
    "defense": "1", "neutrality": "0", "nonaggression": "0", "entente": "0", "version": "0.1",
}  # fmt: skip


def dyad(**changed: str) -> Mapping[str, str]:
    return {**DYAD, **changed}


def member(**changed: str) -> Mapping[str, str]:
    return {**MEMBER, **changed}
