"""Which names the columns of a survey's file have."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Cells = Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The number of each column by every name it has.

    A name that several columns have is in `doubtful`. `told` are the names that a message may tell: those of
    the first row, if it cannot be somebody's answers; a second one may be, where `header_rows` is wrong.
    `width` is the number of the last column with a name.
    """

    columns: Mapping[str, int]
    doubtful: frozenset[str]
    told: tuple[str, ...]
    width: int


def read_head(rows: Sequence[Cells], is_answer: Callable[[str], bool]) -> Head:
    """The names from one or two rows.

    With two rows a column is called `upper | lower`; by either of them alone where no other column is; the
    upper one goes on to the right until the next. `#4` is the fourth column.
    """
    named = list(_names(rows))
    found: dict[str, int] = {}
    doubtful: set[str] = set()
    for number, names in enumerate(named):
        for name in names:
            if found.setdefault(name, number) != number:
                doubtful.add(name)
    columns = {name: number for name, number in found.items() if name not in doubtful}
    safe = [] if _may_be_answers(rows[0], is_answer) else [rows[0]]
    told = {name for names in _names(safe) for name in names if not name.startswith("#")} if safe else set()
    return Head(
        columns=columns,
        doubtful=frozenset(doubtful),
        told=tuple(name for name in columns if name in told),
        width=max((number + 1 for row in rows for number, cell in enumerate(row) if cell.strip()), default=0),
    )


def one_line(text: str) -> str:
    """A name as the head has it, however its words are apart."""
    return " ".join(text.split())


def _names(rows: Sequence[Cells]) -> Iterator[set[str]]:
    """The names of each column."""
    width = max(map(len, rows))
    upper, lower = _filled_up(rows[0], width), [""] * width
    if len(rows) > 1:
        upper, lower = _to_the_right(upper), _filled_up(rows[1], width)
    for number, (above, below) in enumerate(zip(upper, lower, strict=True), 1):
        yield {f"{above} | {below}" if below else above, above, below, f"#{number}"} - {""}


def _filled_up(cells: Cells, width: int) -> list[str]:
    return [*map(one_line, cells), *[""] * (width - len(cells))]


def _to_the_right(cells: Cells) -> list[str]:
    filled: list[str] = []
    for cell in cells:
        filled.append(cell if cell or not filled else filled[-1])
    return filled


def _may_be_answers(row: Cells, is_answer: Callable[[str], bool]) -> bool:
    """Whether a row may be a person's: there is an answer in it, a time, a number or a mail address."""
    cells = [cell for cell in row if cell.strip()]
    return any(is_answer(cell) or "@" in cell or not any(map(str.isalpha, cell)) for cell in cells)
