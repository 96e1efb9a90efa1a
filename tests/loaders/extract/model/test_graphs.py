from pathlib import Path

import pytest

from loaders.extract.errors import DamagedModel
from loaders.extract.model.graphs import SHA256, checked


def test_the_shipped_files_are_those_of_the_card() -> None:
    card = (Path(__file__).parents[4] / "loaders/extract/model/MODELCARD.md").read_text(encoding="utf-8")
    assert all(digest in card and f"`{name}`" in card for name, digest in SHA256.items())


def test_a_damaged_file_is_refused_with_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "arg.onnx"
    file.write_bytes(b"half a download")
    with pytest.raises(DamagedModel, match=r"arg\.onnx: not the file that was shipped .* install claimgraph again"):
        checked(file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DamagedModel, match=r"source\.onnx: cannot be read"):
        checked(tmp_path / "source.onnx")
