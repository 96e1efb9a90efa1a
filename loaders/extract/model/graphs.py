"""The four graphs as they are shipped, checked against their hashes before the first use."""

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from loaders.extract.errors import DamagedModel

SHA256: Mapping[str, str] = {
    "reader.int8.onnx": "79d4d7de98be7d9a3cca000d58a401e024d13dc288847f7fb774611c197af364",
    "arg.onnx": "9c7cdf7d81b88fba564100044809e64966be051c7fc84a0d753c39fde4186803",
    "polmod.onnx": "7aeafc9ff2cbae5a82b8ad3fbeacfea79d26657823ec8e8cd8822c1d4de9aad3",
    "source.onnx": "08426187bf9e668f8c310828fdc3183946096f4fc66e2ad386dfc9bfe9a1d385",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


def checked(file: Traversable) -> bytes:
    """The file's bytes. Raises DamagedModel where they are not those that were shipped."""
    try:
        data = file.read_bytes()
    except OSError as exc:
        raise DamagedModel(f"{file}: cannot be read ({exc.strerror}): install claimgraph again") from exc
    if hashlib.sha256(data).hexdigest() != SHA256[file.name]:
        raise DamagedModel(f"{file}: not the file that was shipped (its SHA-256 differs): install claimgraph again")
    return data


def run(graph: str, inputs: Mapping[str, NDArray[Any]]) -> list[NDArray[np.float32]]:
    """The outputs of a graph, computed on one thread, in order, so that they are the same bits every time."""
    return list(_session(graph).run(None, dict(inputs)))


@cache
def _session(graph: str) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.log_severity_level = 3
    data = checked(files(__package__) / graph)
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
