import json
from pathlib import Path

from tests.api.conftest import Kg
from tests.loaders.datasets.tables import MAPPING, ROWS, write_mapping, write_table


def test_a_register_and_an_article_go_in_together(kg: Kg, tmp_path: Path) -> None:
    mapping, table = write_mapping(tmp_path), write_table(tmp_path, *ROWS, "6,,Egypt,jets,1,2015,\n")
    store = ("--store", f"sqlite:{tmp_path / 'new.db'}")

    done = kg("load", str(table), "--mapping", str(mapping), "--json", *store)

    told = json.loads(done.stdout)
    assert done.exit_code == 1
    assert (told["in"], told["stored"], told["duplicate"]) == (5, 4, 0)
    assert [(one["place"], one["reason"]) for one in told["rejected"]] == [("7", "ArmsSale: supplier is empty")]
    [dataset] = told["datasets"]
    assert (dataset["rows"], dataset["left_aside"], dataset["whole"]) == (6, {"no arms": 1}, True)
    assert [name["name"] for name in dataset["unresolved"]] == ["Atlantis"]
    again = json.loads(kg("load", str(table), "--mapping", str(mapping), "--json", *store).stdout)
    assert (again["stored"], again["duplicate"]) == (0, 4)


def test_a_table_of_nobody_is_rejected_and_points_to_mappings(kg: Kg, tmp_path: Path) -> None:
    done = kg("load", str(write_table(tmp_path, *ROWS)), "--store", f"sqlite:{tmp_path / 'new.db'}")

    assert done.exit_code == 2
    assert "kg load --mapping FILE" in done.stdout


def test_a_broken_mapping_ends_the_command_with_its_line(kg: Kg, tmp_path: Path) -> None:
    mapping = write_mapping(tmp_path, MAPPING.replace("ArmsSale", "ArmSale"))

    done = kg(
        "load", str(write_table(tmp_path, *ROWS)), "--mapping", str(mapping), "--store", f"sqlite:{tmp_path}/n.db"
    )

    assert done.exit_code == 2
    assert 'mapping.yaml:13: "ArmSale" is none of' in done.stderr


def test_the_datasets_of_a_store_are_listed(kg: Kg, tmp_path: Path) -> None:
    store = ("--store", f"sqlite:{tmp_path / 'new.db'}")
    kg("load", str(write_table(tmp_path, *ROWS)), "--mapping", str(write_mapping(tmp_path)), *store)

    [dataset] = json.loads(kg("datasets", "--json", *store).stdout)

    assert (dataset["name"], dataset["whole"], dataset["claims"]) == ("think-tank", True, 4)
    assert "4 claims in 1 part" in kg("datasets", *store).stdout


def test_a_mapping_is_tried_and_nothing_written(kg: Kg, tmp_path: Path) -> None:
    mapping, table = write_mapping(tmp_path), write_table(tmp_path, *ROWS, "6,,Egypt,jets,1,2015,\n")

    done = kg("mapping", "check", str(mapping), str(table), "--json")

    told = json.loads(done.stdout)
    assert done.exit_code == 1
    assert (told["rows"], told["stored"], told["rejected"]) == (6, 4, 1)
    assert told["problems"] == [{"reason": "ArmsSale: supplier is empty", "rows": 1, "place": "7"}]
    said = {claim["record"]: claim["positions"] for claim in told["claims"]}
    assert said["1"][0].startswith("affirms: France sells arms to Egypt [item jets, ordered 2015, number 24")
    assert said["3"] == ["takes no position"]
    assert "1 do not fit, first at 7" in kg("mapping", "check", str(mapping), str(table)).stdout
