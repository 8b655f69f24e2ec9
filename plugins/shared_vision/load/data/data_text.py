"""From a data file's bytes to its text."""

import re

from shared_vision.load.data.findings import Findings
from shared_vision.load.decode import LINE_END, UNPRINTABLE, turns, unprintable
from shared_vision.model.limits import MOST_BYTES
from shared_vision.model.problem import Place

MOST_LINE_ENDS = 2_500_000
"""More than twice as many as there may be rows: some line ends are two characters, cells may hold some."""
_HIDDEN = re.compile(f"{UNPRINTABLE.pattern}+")
"""A run at a time: millions of them, one by one, take seconds."""
_NOT_TEXT = ((b"PK\x03\x04", "an Excel workbook"), (b"\xd0\xcf\x11\xe0", "an old Excel workbook"))
_SAVE_AS = 'Save it again as "CSV UTF-8".'


def data_text(content: bytes, findings: Findings) -> str | None:
    """The text of a data file, or None where it has none or far too much."""
    if _too_large(content, findings) or _not_text(content, findings):
        return None
    return _without_hidden(content.decode("utf-8-sig"), findings)


def _too_large(content: bytes, findings: Findings) -> bool:
    if len(content) > MOST_BYTES:
        message = f"The file has more than {MOST_BYTES // 2**20} MB."
    elif content.count(b"\n") + content.count(b"\r") > MOST_LINE_ENDS:
        message = f"The file has more than {MOST_LINE_ENDS:,} line ends."
    else:
        return False
    findings.report(0, "too-large", message, "Leave out what no KPI needs, or sum up rows.")
    return True


def _not_text(content: bytes, findings: Findings) -> bool:
    for start, kind in _NOT_TEXT:
        if content.startswith(start):
            findings.report(0, "not-text", f"The file is {kind}, not CSV.", _SAVE_AS)
            return True
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        findings.report(0, "not-utf8", "The file was saved as UTF-16, not as UTF-8.", _SAVE_AS)
        return True
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = len(LINE_END.split(content[: error.start].decode()))
        message = f"The byte 0x{content[error.start]:02X} in this line is not UTF-8 text."
        findings.report(line, "not-utf8", message, _SAVE_AS)
        return True
    return False


def _without_hidden(text: str, findings: Findings) -> str:
    """The text without characters that are reported here, so that no cell is reported for them again."""
    if not text.isascii():
        for warning in turns(text, findings.path):
            findings.warn(warning)
    if UNPRINTABLE.search(text):
        for number, line in enumerate(LINE_END.split(text), start=1):
            if found := UNPRINTABLE.search(line):
                place = Place(path=findings.path, line=number, column=found.start() + 1)
                findings.add(unprintable(found[0], place))
        return _HIDDEN.sub("", text)
    return text
