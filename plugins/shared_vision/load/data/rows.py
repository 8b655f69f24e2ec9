"""From a data file's text to its rows, strictly."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from shared_vision.load.data.findings import Findings

MOST_COLUMNS = 200
MOST_CHARACTERS = 10_000
_LONGEST_LINE = 2 * MOST_COLUMNS * MOST_CHARACTERS
_PIECE = 1 << 20
_CELL = r'(?:"[^"]*+(?:""[^"]*+)*+"|[^",\r\n]*+)'
_ROW = re.compile(rf"{_CELL}(?:,{_CELL})*+[\r\n]*+")
_QUOTE_WHOLE = 'Put the whole cell in quotation marks and double those inside it: "say ""yes"" to all".'


def read_rows(text: str, findings: Findings) -> Iterator[tuple[int, list[str]]]:
    """Each row with the number of its first line.

    What is no row is reported; empty lines, also of spaces, are left out.
    """
    if len(text) > _LONGEST_LINE < max(map(len, _lines(text))):
        message = "A line of the file is far too long for a row."
        findings.report(0, "too-large", message, "Check that each row has a line of its own.")
        return
    quotes, long = '"' in text, len(text) > MOST_CHARACTERS
    lines = list(_lines(text)) if quotes else []  # only what quotation marks do takes a second look
    reader = csv.reader(lines or _lines(text), strict=True)
    line = 1
    try_again = True
    while try_again:
        try:
            for row in reader:
                first, line = line, reader.line_num + 1
                if (
                    quotes
                    and '"' in "".join(row)
                    and not _ROW.fullmatch("".join(lines[first - 1 : line - 1]))
                ):
                    _report_quotes(first, findings)
                elif long and len(max(row, key=len, default="")) > MOST_CHARACTERS:
                    _report_long(first, row, findings)
                elif len(row) > 1 or (row and row[0].strip()):
                    yield first, row
                if findings.full:
                    return
            try_again = False
        except csv.Error:
            _report_quotes(line, findings)
            # where an open quotation mark has swallowed lines, what follows cannot be told
            try_again = reader.line_num == line and not findings.full
            line = reader.line_num + 1


def _lines(text: str) -> Iterator[str]:
    """Each line with its end; a piece of the text at a time, since StringIO takes four times its size."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _PIECE) + 1 or len(text)
        yield from StringIO(text[start:end], newline="")
        start = end


def _report_quotes(line: int, findings: Findings) -> None:
    findings.report(line, "quotes", "The quotation marks in this row do not match.", _QUOTE_WHOLE)


def _report_long(line: int, row: list[str], findings: Findings) -> None:
    size = len(max(row, key=len))
    message = f"A cell of this row has {size:,} characters; it may have {MOST_CHARACTERS:,}."
    findings.report(line, "too-large", message, "Shorten it, or check the quotation marks.")
