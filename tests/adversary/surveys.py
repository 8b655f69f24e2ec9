"""Answers to surveys that mislead, swell or tell who said what."""

from collections.abc import Iterator

from adversary.case import FINE, Accepted, Case, Content, Refused

GROUP = "surveys"
_RECORD = b"title: Asked\ndate: 2026-04-01\ninvited: 30\nquestions: [{column: q1}, {column: q2}]\n"
_ROWS = b"q1,q2\n" + b"4,5\n3,2\n" * 10


def _case(
    name: str,
    answers: Content,
    expected: Refused | Accepted = FINE,
    record: bytes = _RECORD,
    *,
    heavy: bool = False,
) -> Case:
    files = {f"vision/surveys/s-{name}.yml": record, _data(name): answers}
    return Case(name=name, group=GROUP, files=files, expected=expected, heavy=heavy)


def _data(name: str) -> str:
    return f"kpi_data/surveys/s-{name}.csv"


def _refused(
    name: str, answers: Content, code: str, line: int, record: bytes = _RECORD, *, others: bool = False
) -> Case:
    return _case(name, answers, Refused(code, _data(name), line, others), record)


def _files() -> Iterator[Case]:
    yield _case("plain", _ROWS)
    yield _case("semicolons", _ROWS.replace(b",", b";"))
    yield _case("byte-order-mark", b"\xef\xbb\xbf" + _ROWS)
    yield _case("nul-in-a-comment", b"q1,q2,note\n" + b"4,5,a\0b\n" * 10)
    yield _refused("utf-16", _ROWS.decode().encode("utf-16"), "not-utf8", 1)
    yield _refused("latin-1", _ROWS + b"\xe9,1\n", "not-utf8", 22)
    yield _refused("workbook", b"PK\x03\x04\xff\xfe", "not-utf8", 1)
    yield _refused("quote-that-swallows", b"q1,q2\n" + b'4,"5\n' + b"3,2\n" * 10_000, "bad-survey-file", 2)
    yield _refused("nothing", b"", "bad-survey-file", 0)
    yield _refused("head-alone", b"q1,q2\n", "bad-survey-file", 0)
    yield _refused("blank-rows", b"q1,q2\n" + b",\n" * 10_000, "bad-survey-file", 0)
    yield _refused("over-the-cap", b"q1,q2\n" + b"4,5\n" * 1_048_576, "too-large", 0)
    yield _refused("a-row-too-many", b"q1,q2\n" + b"4,5\n" * 20_000, "bad-survey-file", 0)
    yield _case(
        "as-many-rows-as-may-be",
        b"q1,q2\n" + b"4,5\n" * 19_999,
        record=_RECORD.replace(b"30", b"20000"),
        heavy=True,
    )
    yield _refused(
        "columns-by-the-hundred-thousand", b"," * 300_000 + b"q1,q2\n" + b"4,5\n", "bad-survey-file", 1
    )
    wide = b"q1,q2," + b"".join(b"c%d," % number for number in range(3_000)) + b"\n"
    many = _RECORD.replace(b"30", b"300")
    texts = (b"4,5," + b"text," * 3_000 + b"\n") * 200
    yield _case("rows-of-thousands-of-texts", wide + texts, record=many, heavy=True)
    yield _refused("cell-beyond-a-reader", b"q1,q2\n4,5\n" + b"x" * 200_000 + b",1\n", "bad-survey-file", 3)


def _answers() -> Iterator[Case]:
    for name, cell in (
        ("above", b"6"),
        ("zero", b"0"),
        ("negative", b"-1"),
        ("overflow", b"1e400"),
        ("digits", b"9" * 5_000),
        ("infinity", b"inf"),
        ("no-number", b"nan"),
        ("half", b"4.5"),
        ("formula", b"=1+1"),
        ("markup", b"<script>"),
        ("arabic", "\u0664".encode()),
        ("superscript", "\u00b3".encode()),
        ("grouped", b"1_0"),
        ("exponent", b"4e0"),
        ("hexadecimal", b"0x4"),
    ):
        yield _refused(f"answer-{name}", _ROWS + cell + b",3\n", "not-on-the-scale", 22)
    yield _case("answer-full-stop", _ROWS + b"4.000,3\n")
    yield _refused("cell-too-many", _ROWS + b"4,5,3\n", "cell-count", 22)
    yield _case("cells-too-few", _ROWS + b"4\n")
    yield _refused("answers-as-head", b"4,5\n" * 12, "unknown-column", 1, others=True)
    yield _refused("column-twice", b"q1,q1,q2\n4,4,5\n", "doubtful-column", 1)
    yield _refused("column-of-another-name", b"q1,Q2\n4,5\n", "unknown-column", 1)


def _records() -> Iterator[Case]:
    for name, key, value, code in (
        ("scale-too-wide", b"scale", b"[0, 1000000]", "bad-scale"),
        ("scale-upside-down", b"scale", b"[5, 1]", "bad-scale"),
        ("scale-of-words", b"scale", b"[a, b]", "bad-scale"),
        ("scale-of-digits", b"scale", b"[" + b"9" * 300 + b", 1]", "bad-scale"),
        ("scale-of-truths", b"scale", b"[false, true]", "bad-scale"),
        ("heads-by-the-million", b"header_rows", b"1000000", "bad-number"),
        ("file-that-climbs", b"file", b"../../.git/config.csv", "bad-file"),
        ("nobody-invited", b"invited", b"0", "bad-number"),
        ("invited-truly", b"invited", b"true", "wrong-type"),
    ):
        path = f"vision/surveys/s-{name}.yml"
        record = _RECORD.replace(b"invited: 30\n", b"") + key + b": " + value + b"\n"
        line = 4
        yield _case(name, _ROWS, Refused(code, path, line), record)
    yield _case("scale-at-its-widest", _ROWS, record=_RECORD + b"scale: [-5, 5]\n")
    yield _case("invited-without-end", _ROWS, record=_RECORD.replace(b"30", b"9" * 299))
    yield _case("column-by-number", _ROWS, record=_RECORD.replace(b"q1", b"'#1'"))
    path = "vision/surveys/s-column-number-twice.yml"
    twice = _RECORD.replace(b"{column: q1}", b"{column: ['#1', q1]}").replace(b"q2", b"'#1'")
    yield _case("column-number-twice", _ROWS, Refused("same-column", path, 4), twice)
    record = _RECORD.replace(b"'q1'", b"q1").replace(b"{column: q1}", b"{column: '#99999999999999999999'}")
    yield _refused("column-number-without-end", _ROWS, "unknown-column", 1, record)
    columns = b", ".join(b"{column: c%d}" % number for number in range(3_000))
    record = b"title: T\ndate: 2026-04-01\nquestions: [" + columns + b"]\n"
    head = b",".join(b"c%d" % number for number in range(3_000))
    answers = head + b"\n" + (b"4," * 2_999 + b"5\n") * 60
    yield _case("questions-by-the-thousand", answers, record=record, heavy=True)
    own = _RECORD + b"partner_column: who\nby_partner: true\n"
    many = b"q1,q2,who\n" + b"".join(b"4,5,Nobody %d\n" % number for number in range(5_000))
    yield _case("partners-that-are-none", many, Accepted(("unknown-partner",)), own.replace(b"30", b"9000"))


def _given_away() -> Iterator[Case]:
    """A KPI that would publish each answer as a value."""
    kpi = b"title: T\ndirection: increase\nsource: {file: surveys/s-given-away.csv, date: q1, value: q2}\n"
    path = "vision/kpis/s-given-away.yml"
    files = {path: kpi, "vision/surveys/s-given-away.yml": _RECORD, _data("given-away"): _ROWS}
    yield Case(
        name="answers-as-a-kpi", group=GROUP, files=files, expected=Refused("answers-of-a-survey", path, 3)
    )
    for name, text in (
        ("nothing", b""),
        ("markup", b"<script>\n"),
        ("head", b"what,partner,name,value\n"),
        ("numbers", b"what,value\nasked,1e999\n"),
    ):
        record = _RECORD + b"sealed: true\n"
        yield _refused(f"seal-of-{name}", text, "bad-seal", 0, record)


CASES = (*_files(), *_answers(), *_records(), *_given_away())
