"""Which files are surveys', so that nothing else reads them."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from shared_vision.load.record.folders import find_records
from shared_vision.model.loaded import Loaded
from shared_vision.model.records import Survey

_FOLDER = "kpi_data/"
_NAMED = re.compile(
    r"""[\w"']\s*:\s*(?:[>|[-][-+]?\s*)?["']?([^\s"'#,{}\[\]:][^"'#,{}\[\]:\n]*\.csv)""", re.IGNORECASE
)
"""A file after a key, whichever key that is."""
Files = Mapping[str, tuple[str, ...]]
NO_FILES: Files = MappingProxyType({})


def files_of_surveys(loaded: Loaded, sources: Mapping[str, bytes]) -> Files:
    """Each file that a survey's record names, with the paths of the records that do.

    A record with a mistake names its usual file, and each that its text can be taken to name.
    """
    read = {one.path: one.record for one in loaded.of_kind("surveys")}
    found: dict[str, dict[str, None]] = {}
    for file in find_records(sources)[0]:
        if file.path in read:
            found.setdefault(read[file.path].data_path, {})[file.path] = None
        elif file.kind == Survey.kind:
            for path in (f"{_FOLDER}surveys/{file.id}.csv", *_named(sources[file.path])):
                found.setdefault(path, {})[file.path] = None
    return {path: tuple(records) for path, records in found.items()}


def _named(content: bytes) -> Iterator[str]:
    text = content.decode("utf-8", errors="replace").replace("\0", "")
    for path in _NAMED.findall(text):
        yield _FOLDER + re.sub(rf"^[./]*({_FOLDER})?", "", path.strip().replace("\\", "/"))
