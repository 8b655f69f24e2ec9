"""Commits whose authors, days and messages would act where the past is told."""

from collections.abc import Iterator

from adversary.case import Accepted, Case, Commit

GROUP = "commits"
_WHEN = b"1767225600 +0000"
_FIRST = Commit(message=b"Begin")
_NEVER = (b"<script>adversary", b"<img src=x on", b"ann@northgate.example", b"secret@")

_MESSAGES: tuple[tuple[str, bytes], ...] = (
    ("markup", b"<script>adversary()</script>\n\n<img src=x onerror=adversary()>"),
    ("workflow-command", b"::error file=x::owned\n::add-mask::x\n##[error]x"),
    ("controls", b"\x1b[2J\x1b]0;x\x07 \x08\x7f\x9b31m"),
    ("not-utf8", b"\xff\xfe caf\xe9"),
    ("nothing", b""),
    ("only-line-ends", b"\n" * 5_000),
    ("long", b"x" * 2_000_000),
    ("long-lines", b"Subject\n\n" + b"y " * 500_000),
    ("record-separators", b"a\x1e\x1f\x1cb\x02\x03"),
    (
        "looks-like-a-log",
        b"Subject\n\ncommit 0000000000000000000000000000000000000000\nAuthor: x\n:100644 100644 0 0 M\tx",
    ),
    ("turned", "a\u202eb\u2066c".encode()),
    ("template", b"{{ 7*7 }} {% include 'x' %} --8<-- 'mkdocs.yml'"),
    ("trailers", b"x\n\nCo-authored-by: A <secret@x.example>\nSigned-off-by: \x00".replace(b"\x00", b"?")),
    ("mentions", b"@everyone closes #1 GH-1 x/y#2"),
    ("brackets", b"[" * 100_000),
    ("forged-approval", b"Merge\n\nApproved-by: Northgate Council <ann@northgate.example>"),
)
_AUTHORS: tuple[tuple[str, bytes], ...] = (
    ("markup", b"<script>adversary()</script> <x@northgate.example> " + _WHEN),
    ("image", b'"><img src=x onerror=adversary()> <x@northgate.example> ' + _WHEN),
    ("no-name", b" <secret@northgate.example> " + _WHEN),
    ("no-address", b"Ann <> " + _WHEN),
    ("no-brackets", b"Ann secret@northgate.example " + _WHEN),
    ("brackets-twice", b"Ann <<secret@northgate.example>> " + _WHEN),
    ("no-day", b"Ann <secret@northgate.example>"),
    ("day-before-all", b"Ann <secret@northgate.example> -99999999999 +0000"),
    ("day-zero", b"Ann <secret@northgate.example> 0 +0000"),
    ("day-in-2099", b"Ann <secret@northgate.example> 4070908800 +0000"),
    ("day-after-9999", b"Ann <secret@northgate.example> 253402300800 +0000"),
    ("day-without-end", b"Ann <secret@northgate.example> 99999999999999999999999 +0000"),
    ("day-of-64-bits", b"Ann <secret@northgate.example> 9223372036854775807 +0000"),
    ("zone-without-end", b"Ann <secret@northgate.example> 1767225600 +999999"),
    ("zone-of-words", b"Ann <secret@northgate.example> 1767225600 CEST"),
    ("controls", b"A\x1b[31mnn\x08 <secret@northgate.example> " + _WHEN),
    ("not-utf8", b"J\xf6rg <secret@northgate.example> " + _WHEN),
    ("long", b"A" * 1_000_000 + b" <secret@northgate.example> " + _WHEN),
    ("long-address", b"A <" + b"secret@" * 100_000 + b"> " + _WHEN),
    ("turned", "A\u202enn <secret@northgate.example> ".encode() + _WHEN),
    ("domain-in-capitals", b"Ann <secret@NORTHGATE.EXAMPLE> " + _WHEN),
    ("two-at-signs", b"Ann <a@northgate.example@adversary.example> " + _WHEN),
    ("separator", b"A\x1fnn\x1e <secret@northgate.example> " + _WHEN),
)


def _past() -> Iterator[Case]:
    for name, message in _MESSAGES:
        commits = (_FIRST, Commit(message=message), Commit(message=b"End"))
        yield Case(name=f"message-{name}", group=GROUP, commits=commits, never=_NEVER)
    for name, author in _AUTHORS:
        commits = (_FIRST, Commit(author=author), Commit(message=b"End"))
        yield Case(name=f"author-{name}", group=GROUP, commits=commits, never=_NEVER)


def _beside() -> Iterator[Case]:
    """Files that tell git who somebody is, or what to run."""
    yield Case(
        name="mailmap",
        group=GROUP,
        commits=(_FIRST, Commit()),
        never=_NEVER,
        alone=True,
        files={".mailmap": b"Northgate Council <x@northgate.example> <ann@northgate.example>\n" * 1_000},
    )
    yield Case(
        name="attributes",
        group=GROUP,
        commits=(_FIRST, Commit()),
        never=_NEVER,
        alone=True,
        files={
            ".gitattributes": b"* diff=owned filter=owned textconv=owned\nvision/** export-ignore -diff\n"
        },
    )
    yield Case(
        name="modules",
        group=GROUP,
        commits=(_FIRST, Commit()),
        alone=True,
        files={".gitmodules": b'[submodule "x"]\n\tpath = vision/x\n\turl = ext::sh -c touch% owned\n'},
    )
    answers = {
        "vision/surveys/told.yml": b"title: T\ndate: 2026-04-01\nquestions: [{column: q1}]\n",
        "kpi_data/surveys/told.csv": b"q1\n" + b"4\n5\n" * 10,
    }
    yield Case(
        name="answers-in-the-past",
        group=GROUP,
        commits=(_FIRST, Commit()),
        files=answers,
        alone=True,
        expected=Accepted(("answers-in-git",)),
    )
    many = tuple(Commit(message=b"Step %d" % number) for number in range(150))
    yield Case(name="steps-by-the-hundred", group=GROUP, commits=many, heavy=True, alone=True)


CASES = (*_past(), *_beside())
