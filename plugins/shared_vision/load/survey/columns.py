"""Which columns of a sheet a survey is about."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from shared_vision.load.quote import quote
from shared_vision.load.survey.answers import Answers
from shared_vision.load.survey.head import one_line
from shared_vision.load.survey.table import Sheet
from shared_vision.model.loaded import Key, LoadedRecord
from shared_vision.model.problem import Place, Problem
from shared_vision.model.records import Survey

Loc = tuple[Key, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The numbers of the columns with the answers to each question, and of those with the partner.

    Those that are not there are left out, and are among `problems`.
    """

    questions: tuple[tuple[int, ...], ...]
    partner: tuple[int, ...]
    problems: tuple[Problem, ...]


def find_columns(found: LoadedRecord[Survey], sheet: Sheet) -> Columns:
    """Where the survey's questions are in its file, with what is wrong with their names or with the head."""
    survey = found.record
    named = [*(question.column for question in survey.questions), survey.partner_column]
    columns = [[sheet.find(name) for name in names] for names in named]
    missing = [one for each in columns for one in each if isinstance(one, Problem)]
    there = [tuple(one for one in each if isinstance(one, int)) for each in columns]
    return Columns(
        questions=tuple(there[:-1]),
        partner=there[-1],
        problems=(
            *dict.fromkeys(missing),
            *_same_columns(found, sheet),
            *_swallowed(found, sheet, there[:-1]),
        ),
    )


def same_names(found: LoadedRecord[Survey]) -> tuple[Problem, ...]:
    """A problem for each column that is named twice: by two questions, or by one and partner_column."""
    return tuple(
        _same(found, loc, f"The column {quote(name)} is {_whose(other)}, too.")
        for loc, name, other, _ in _twice(found.record, one_line)
    )


def _same_columns(found: LoadedRecord[Survey], sheet: Sheet) -> Iterator[Problem]:
    """The same for each that is named by two names, such as `#4` and what the fourth one is called."""
    for loc, name, _, before in _twice(found.record, sheet.find):
        if one_line(name) != one_line(before):
            message = f"{quote(name)} and {quote(before)} are the same column of {sheet.path}."
            yield _same(found, loc, message)


def _twice(survey: Survey, known_by: Callable[[str], object]) -> Iterator[tuple[Loc, str, Loc, str]]:
    """Each column that comes again, by what it is known by: where, by which name, and the first time."""
    first: dict[object, tuple[Loc, str]] = {}
    for loc, names in _uses(survey):
        for name in names:
            key = known_by(name)
            if isinstance(key, Problem):
                continue
            other, before = first.setdefault(key, (loc, name))
            if other != loc:
                yield loc, name, other, before


def _uses(survey: Survey) -> Iterator[tuple[Loc, Sequence[str]]]:
    yield ("partner_column",), survey.partner_column
    for number, question in enumerate(survey.questions):
        yield ("questions", number, "column"), question.column


def _whose(loc: Loc) -> str:
    return "the partner_column" if len(loc) == 1 else f"that of questions[{loc[1]}]"


def _same(found: LoadedRecord[Survey], loc: Loc, message: str) -> Problem:
    return Problem(
        place=found.place(*loc),
        code="same-column",
        message=message,
        remedy="Name another column, or delete one of the two.",
        field=f"questions[{loc[1]}].column",
    )


def _swallowed(
    found: LoadedRecord[Survey], sheet: Sheet, questions: Iterable[Sequence[int]]
) -> Iterator[Problem]:
    """A problem where the second row of the head is somebody's answers.

    A column that is known by its lower name cannot be meant so.
    """
    if found.record.header_rows == 1 or len(sheet.head) == 1:
        return
    answers = Answers(found.record)
    line, row = sheet.head[1]
    below = {name.rpartition(" | ")[2] for question in found.record.questions for name in question.column}
    cells = [row[number] for numbers in questions for number in numbers if number < len(row)]
    given = [cell for cell in cells if cell.strip() and one_line(cell) not in below]
    if not any(answers.value(cell) is not None for cell in given) or not all(map(answers.is_answer, given)):
        return
    yield Problem(
        place=Place(path=sheet.path, line=line),
        code="answers-in-the-head",
        message="The second row looks like answers, not like names of columns.",
        remedy=f"Write header_rows: 1 in {found.path}.",
    )
