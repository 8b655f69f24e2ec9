"""A partner's mistake: where it is, what is wrong, how to mend it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error fails the check, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """A spot in a source file; line and column count from 1, 0 means the file as a whole."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.path, *(str(number) for number in (self.line, self.column) if number)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One mistake in a record or a data file.

    `code` is stable and kebab-case (`unknown-key`), `field` is the path inside the record
    (`options[0].outcome`, may be empty), `message` says what was found and `remedy` how to
    mend it; both are whole sentences in plain words. They quote the partner's text, so every
    face escapes them for its own medium.
    """

    place: Place
    code: str
    message: str
    remedy: str
    field: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        field = f" {self.field}:" if self.field else ""
        return f"{self.place}: {self.severity} {self.code}:{field} {self.message} {self.remedy}".rstrip()

    @property
    def order(self) -> tuple[Place, str, str]:
        """The key by which problems are listed: by file, line and column."""
        return (self.place, self.code, self.message)
