"""The checksums of a whole site, which it carries along, so that a torn or changed copy is noticed.

The checksum of the tree is that of what `sha256sum` prints for all files in order of path. A page may
name it: in the page that is summed, zeros stand in its place.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

FILE = "integrity.json"
UNKNOWN = "0" * 64
"""What stands on a page in place of the checksum of the tree until that is known."""
_SUM = re.compile("[0-9a-f]{64}")


class IntegrityError(ValueError):
    """What a site says of its own checksums cannot be understood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Integrity:
    """What a site says of itself: from which commit (or "") and as of which day it was built, its checksums.

    `changed` tells that files were not as the commit has them.
    """

    commit: str
    changed: bool
    as_of: str
    files: Mapping[str, str]

    @property
    def tree(self) -> str:
        """The checksum of the whole."""
        lines = (f"{digest}  {path}\n" for path, digest in sorted(self.files.items()))
        return sha256("".join(lines).encode()).hexdigest()

    def differences(self, files: Mapping[str, str]) -> tuple[str, ...]:
        """What is not as it was built, given the checksums that the files have now: a line for each file."""
        return (
            *(f"{path}: is missing" for path in sorted(self.files.keys() - files.keys())),
            *(f"{path}: was not built" for path in sorted(files.keys() - self.files.keys())),
            *(
                f"{path}: was changed"
                for path in sorted(self.files.keys() & files.keys())
                if self.files[path] != files[path]
            ),
        )

    def as_json(self) -> bytes:
        """The text of the file that the site carries."""
        told = {
            "commit": self.commit or None,
            "changed": self.changed,
            "as_of": self.as_of,
            "tree": self.tree,
            "files": dict(sorted(self.files.items())),
        }
        return f"{json.dumps(told, indent=1)}\n".encode()


def checksum(content: bytes, tree: str = UNKNOWN) -> str:
    """The checksum of a file, which may name that of the tree."""
    return sha256(content.replace(tree.encode(), UNKNOWN.encode())).hexdigest()


def parse_integrity(content: bytes) -> Integrity:
    """What a site says of itself.

    Raises:
        IntegrityError: it is not what a build writes.
    """
    try:
        told = json.loads(content)
        files = {str(path): str(digest) for path, digest in told["files"].items()}
        found = Integrity(
            commit=str(told["commit"] or ""),
            changed=bool(told["changed"]),
            as_of=str(told["as_of"]),
            files=files,
        )
        tree = told["tree"]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise IntegrityError("It is not what a build writes.") from error
    if tree != found.tree or not all(map(_SUM.fullmatch, files.values())):
        raise IntegrityError("The checksum of the whole is not that of the files it lists.")
    return found
