"""From a survey's rows to counts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import fmean
from types import MappingProxyType
from zlib import crc32

from shared_vision.load.quote import quote
from shared_vision.load.survey.answers import Answers
from shared_vision.load.survey.columns import Columns, find_columns
from shared_vision.load.survey.table import Sheet
from shared_vision.model.asking import turned
from shared_vision.model.loaded import LoadedRecord
from shared_vision.model.problem import Place, Problem, Severity
from shared_vision.model.records import Survey
from shared_vision.model.survey import Person, Responses, Span

_FEW = 6
Row = tuple[int, list[str]]


_NOBODY: Mapping[str, tuple[str, ...]] = MappingProxyType({})


def count(
    found: LoadedRecord[Survey],
    sheet: Sheet,
    partners: Mapping[str, str],
    doubtful: Mapping[str, tuple[str, ...]] = _NOBODY,
) -> tuple[Responses | None, tuple[Problem, ...]]:
    """The counts, and what is wrong; no message quotes an answer.

    `partners` are ids by lower-case name, `doubtful` those of several by the name that they share.
    """
    columns = find_columns(found, sheet)
    counter = _Counter(found.record, partners, doubtful)
    beside = _beside(sheet, columns)
    overlong = []
    for line, row in sheet.rows:
        if _is_overlong(row, sheet, columns):
            overlong.append(line)
            continue
        others = (row[column] if column < len(row) else "" for column in beside)
        counter.take(line, row, columns, others)
    problems = (*columns.problems, *_overlong(found.record, sheet, overlong), *counter.problems(sheet))
    wrong = any(one.severity is Severity.ERROR for one in problems)
    return None if wrong else counter.responses(tuple(beside.values())), problems


def _beside(sheet: Sheet, columns: Columns) -> dict[int, str]:
    """The columns that no question is about, each with one of its names."""
    asked = {column for each in (*columns.questions, columns.partner) for column in each}
    named = {column: name for name, column in sorted(sheet.columns.items()) if not name.startswith("#")}
    return {column: name for column, name in named.items() if column not in asked}


def _is_overlong(row: Sequence[str], sheet: Sheet, columns: Columns) -> bool:
    """Whether a cell lies beyond all columns, so that each of the row's cells may be in the wrong one."""
    last = max((column for each in (*columns.questions, columns.partner) for column in each), default=0)
    return any(cell.strip() for cell in row[max(sheet.width, last + 1) :])


def _overlong(survey: Survey, sheet: Sheet, lines: Sequence[int]) -> Iterator[Problem]:
    remedy = "Put each text with a comma in it in quotation marks, and name every column."
    if lines:
        yield Problem(
            place=Place(path=sheet.path, line=lines[0]),
            code="cell-count",
            message=f"More cells than the head names columns: {_listed(lines)}.",
            remedy=_unless_head(survey, sheet, lines[:1], remedy),
        )


def _unless_head(survey: Survey, sheet: Sheet, lines: Sequence[int], remedy: str) -> str:
    """A remedy for rows of answers; where only the first is wrong, it may be a part of the head."""
    first = next((line for line, _ in sheet.rows), 0)
    if survey.header_rows == 1 and all(line == first for line in lines):
        return f"If line {first} names the columns, too, write header_rows: 2. Otherwise: {remedy}"
    return remedy


class _Counter:
    """Adds up the rows of a survey."""

    def __init__(
        self, survey: Survey, partners: Mapping[str, str], doubtful: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._survey, self._partners, self._doubtful = survey, partners, doubtful
        self._low, self._high = survey.scale
        self._answers = Answers(survey)
        self._answered: defaultdict[str, int] = defaultdict(int)
        self._counts: list[defaultdict[str, list[int]]] = [
            defaultdict(lambda: [0] * (self._high - self._low + 1)) for _ in survey.questions
        ]
        self._spans: defaultdict[str, dict[str, Span]] = defaultdict(dict)
        self._wrong: defaultdict[int, list[int]] = defaultdict(list)
        self._strangers: list[int] = []
        self._namesakes: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        self._people: defaultdict[str, list[Person]] = defaultdict(list)

    def take(self, line: int, row: Sequence[str], columns: Columns, beside: Iterable[str] = ()) -> None:
        """One person's answers; `beside` is what no question is about."""
        group = self._group(line, _filled(row, columns.partner))
        given = {
            number: value
            for number, each in enumerate(columns.questions)
            if (value := self._value(_filled(row, each), number, line)) is not None
        }
        if not given:
            return
        self._answered[group] += 1
        said_so = (
            _byte(_filled(row, each)) if number in given else 0
            for number, each in enumerate(columns.questions)
        )
        self._people[group].append(Person(bytes(said_so), tuple(map(_few_bytes, beside))))
        said: defaultdict[str, list[float]] = defaultdict(list)
        for number, value in given.items():
            self._counts[number][group][value - self._low] += 1
            said[self._survey.questions[number].theme].append(turned(self._survey, number, value))
        for theme, values in said.items():
            mean = fmean(values)
            own = Span(people=1, low=mean, high=mean)
            spans = self._spans[theme]
            spans[group] = spans[group] + own if group in spans else own

    def responses(self, beside: tuple[str, ...]) -> Responses:
        """What they come to; `beside` names the columns that no question is about."""
        return Responses(
            answered=dict(self._answered),
            counts=tuple({group: tuple(each) for group, each in one.items()} for one in self._counts),
            width=self._high - self._low + 1,
            spans=dict(self._spans),
            people={group: tuple(each) for group, each in self._people.items()},
            beside=beside,
        )

    def problems(self, sheet: Sheet) -> Iterator[Problem]:
        """Answers outside the scale, people of no partner; by line, without what they say."""
        remedy = "Correct scale; write words below answers with their numbers, or below no_answer."
        wrong = [line for lines in self._wrong.values() for line in lines]
        remedy = _unless_head(self._survey, sheet, wrong, remedy)
        for number, lines in sorted(self._wrong.items()):
            column = self._survey.questions[number].column[0]
            yield Problem(
                place=Place(path=sheet.path, line=lines[0]),
                code="not-on-the-scale",
                message=f"Not {self._low} to {self._high} in the column {quote(column)}: {_listed(lines)}.",
                remedy=remedy,
            )
        if self._strangers:
            message = f"The partner is no id or title of ours: {_listed(self._strangers)}."
            yield _of_no_partner(sheet.path, self._strangers, "unknown-partner", message)
        for ids, lines in sorted(self._namesakes.items()):
            message = f"The partner's name is that of {' and '.join(ids)}: {_listed(lines)}."
            yield _of_no_partner(sheet.path, lines, "doubtful-partner", message)

    def _group(self, line: int, text: str) -> str:
        if not self._survey.partner_column or not text:
            return ""
        name = text.casefold()
        if name in self._doubtful:
            self._namesakes[self._doubtful[name]].append(line)
        elif name not in self._partners:
            self._strangers.append(line)
        return self._partners.get(name, "")

    def _value(self, text: str, number: int, line: int) -> int | None:
        """The answer to a question; None where there is none, or one that is not on the scale."""
        if self._answers.is_none(text):
            return None
        value = self._answers.value(text)
        if value is None:
            self._wrong[number].append(line)
        return value


def _of_no_partner(path: str, lines: Sequence[int], code: str, message: str) -> Problem:
    whose = "the partner's id" if code == "doubtful-partner" else "a partner's id or title"
    return Problem(
        place=Place(path=path, line=lines[0]),
        code=code,
        message=message,
        remedy=f"These answers count for all together only. Write {whose} there.",
        severity=Severity.WARNING,
    )


def _byte(text: str) -> int:
    """Of an answer so much that it is known again."""
    return 1 + crc32(text.casefold().encode()) % 255


def _few_bytes(text: str) -> bytes:
    """Of what another cell says so much that it is known again, and too little to read it."""
    return crc32(" ".join(text.split()).casefold().encode()).to_bytes(4, "big")[:3]


def _filled(row: Sequence[str], columns: Sequence[int]) -> str:
    """The first of some cells that is not blank."""
    cells = (" ".join(row[column].split()) for column in columns if column < len(row))
    return next((cell for cell in cells if cell), "")


def _listed(lines: Sequence[int]) -> str:
    shown = ", ".join(map(str, lines[:_FEW]))
    more = f" and {len(lines) - _FEW} more" if len(lines) > _FEW else ""
    return f"line{'s' if len(lines) > 1 else ''} {shown}{more}"
