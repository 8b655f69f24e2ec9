"""What sealing a survey changes on the disk."""

import re
from datetime import date

from shared_vision import build
from shared_vision.adapters.project import Project, ProjectError
from shared_vision.adapters.swap import Contents
from shared_vision.model.document import Document
from shared_vision.model.reason import Reason
from shared_vision.read import read

_SEALED = re.compile(rb"^sealed:[^\r\n]*", re.MULTILINE)


def sealing(project: Project, document: Document, name: str, today: date) -> Contents:
    """The new contents of a survey's record and then of its file, read again to be sure of them.

    Raises:
        ProjectError: the answers cannot be read, or what would be written says something else.
    """
    seen = build.seal(document, name, today)
    if isinstance(seen, Reason):
        raise ProjectError(f"The answers of {name} cannot be read; `vision check` says why.")
    if build.withheld(document, name, today):
        raise ProjectError(f"Nothing of {name} may be published, as its page says: its file would be empty.")
    record, data = document.paths[f"surveys/{name}"], document.surveys[name].data_path
    contents = {record: _marked(project.sources()[record]), data: seen.encode()}
    again = read({**project.sources(), **contents}, project.languages[0])
    if name not in again.surveys or not again.surveys[name].sealed:
        raise ProjectError(
            f"`sealed: true` cannot be added to {project.path_on_disk(record)}, so nothing was changed. "
            "Write each of its keys on a line of its own, then seal it."
        )
    if build.seal(again, name, today) != seen:
        raise ProjectError(
            f"What would be written to {project.path_on_disk(data)} cannot be read again as it is meant, so "
            "nothing was changed. Give its columns and themes names that begin with a letter, then seal it."
        )
    return [(project.root / project.path_on_disk(path), content) for path, content in contents.items()]


def _marked(record: bytes) -> bytes:
    """A record that says that it is sealed."""
    if _SEALED.search(record):
        return _SEALED.sub(b"sealed: true", record)
    end = b"\r\n" if b"\r\n" in record else b"\n"
    return record.rstrip() + end + b"sealed: true" + end
