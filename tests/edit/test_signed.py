"""Signatures in YAML texts of all kinds: what is added is asserted whole, all else must stay."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_vision.edit.sign import CannotSignError, sign
from shared_vision.edit.signed import with_signature
from shared_vision.model.records import Signature

DAY = date(2026, 6, 15)
PARTNERS = {f"vision/partners/{name}.yml": b"title: x\n" for name in ("northgate", "harbour")}
PATH = "vision/goals/g.yml"
NEW = "{partner: northgate, on: 2026-06-15, fingerprint: PRINT}"
OLD = "{partner: harbour, on: 2026-01-05}"


def _signed(text: str, mark: bytes = b"") -> str:
    sources = {"vision/vision.yml": b"title: x\n", **PARTNERS, PATH: mark + text.encode()}
    made = sign(sources, "goals/g", "northgate", DAY)
    assert made.content.startswith(mark)
    return (
        made.content.removeprefix(mark)
        .decode()
        .replace(made.fingerprint, "PRINT")
        .replace('"PRINT"', "PRINT")
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: x\n", f"title: x\nsigned:\n  - {NEW}\n"),
        ("title: x", f"title: x\nsigned:\n  - {NEW}"),
        ("title: x\r\nwhy: y\r\n", f"title: x\r\nwhy: y\r\nsigned:\r\n  - {NEW}\r\n"),
        ("---\n# top\ntitle: é # c\n\n# tail\n", f"---\n# top\ntitle: é # c\n\n# tail\nsigned:\n  - {NEW}\n"),
        ("  title: x\n  why: y\n", f"  title: x\n  why: y\n  signed:\n    - {NEW}\n"),
        ("title: x\nbody: |\n  a\n\n", f"title: x\nbody: |\n  a\n\nsigned:\n  - {NEW}\n"),
        ("{title: x}\n", f"{{title: x, signed: [{NEW}]}}\n"),
        ("{title: x, # c\n}\n", f"{{title: x, # c\n signed: [{NEW}]}}\n"),
    ],
    ids=[
        "new key",
        "no last line break",
        "CRLF",
        "comments",
        "indented",
        "long text",
        "braces",
        "last comma",
    ],
)
def test_a_record_nobody_signed_gets_a_list(before: str, after: str) -> None:
    assert _signed(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("signed: [] # nobody\ntitle: x\n", f"signed: [{NEW}] # nobody\ntitle: x\n"),
        ("signed: [ # nobody\n  ]\ntitle: x\n", f"signed: [ # nobody\n  {NEW}]\ntitle: x\n"),
        (f"signed: [{OLD}]\ntitle: x\n", f"signed: [{OLD}, {NEW}]\ntitle: x\n"),
        (f"signed: [{OLD}, ]\ntitle: x\n", f"signed: [{OLD}, {NEW}, ]\ntitle: x\n"),
        (
            f"title: x\nsigned: [\n  {OLD}, # first\n]\n",
            f"title: x\nsigned: [\n  {OLD}, # first\n  {NEW},\n]\n",
        ),
        (
            f"title: x\nsigned: [\n  {OLD} # first\n]\n",
            f"title: x\nsigned: [\n  {OLD}, # first\n  {NEW}\n]\n",
        ),
    ],
    ids=["empty", "empty, a comment", "one", "last comma", "lines with comma", "lines"],
)
def test_a_list_in_brackets_gets_an_entry(before: str, after: str) -> None:
    assert _signed(before) == after


BLOCK = "  - partner: harbour\n    on: 2026-01-05 # a cold day\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"signed:\n  - {OLD} # c\n\ntags: [x]\n", f"signed:\n  - {OLD} # c\n  - {NEW}\n\ntags: [x]\n"),
        (f"signed:\n- {OLD}\n# tail", f"signed:\n- {OLD}\n- {NEW}\n# tail"),
        (f"signed:\n-   {OLD}", f"signed:\n-   {OLD}\n-   {NEW}"),
        (
            f"signed:\n{BLOCK}\n# below\ntags: [x]\n",
            (
                f"signed:\n{BLOCK}  - partner: northgate\n    on: 2026-06-15\n    fingerprint: PRINT\n"
                "\n# below\ntags: [x]\n"
            ),
        ),
    ],
    ids=["in braces", "not indented", "wide", "in lines"],
)
@pytest.mark.parametrize("new", ["\n", "\r\n"])
def test_a_list_in_lines_gets_an_entry_like_its_last(before: str, after: str, new: str) -> None:
    assert _signed(f"title: x\n{before}".replace("\n", new)) == f"title: x\n{after}".replace("\n", new)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "signed: [{on: 2026-01-05, partner: northgate}] # c\n",
            "signed: [{on: 2026-06-15, fingerprint: PRINT, partner: northgate}] # c\n",
        ),
        (
            "signed:\n  - {partner: northgate, on: '2026-01-05', fingerprint: '0a1b2c3d'} # c\n",
            "signed:\n  - {partner: northgate, on: '2026-06-15', fingerprint: 'PRINT'} # c\n",
        ),
        (
            f"signed:\n{BLOCK.replace('harbour', 'northgate')}  - {OLD}\n",
            (
                "signed:\n  - partner: northgate\n    on: 2026-06-15 # a cold day\n    fingerprint: PRINT\n"
                f"  - {OLD}\n"
            ),
        ),
        (
            "signed:\n  - {partner: northgate, on: 2026-02-05}\n  - {partner: northgate, on: 2026-01-05}\n",
            f"signed:\n  - {NEW}\n  - {{partner: northgate, on: 2026-01-05}}\n",
        ),
    ],
    ids=["brackets", "quotes", "lines", "the latest of two"],
)
def test_an_earlier_signature_of_the_partner_is_renewed_in_its_place(before: str, after: str) -> None:
    assert _signed(f"title: x\n{before}") == f"title: x\n{after}"


def test_the_mark_at_the_start_of_a_file_stays() -> None:
    assert _signed("title: x\n", b"\xef\xbb\xbf") == f"title: x\nsigned:\n  - {NEW}\n"


def test_a_file_that_cannot_be_changed_safely_stays_as_it_is() -> None:
    with pytest.raises(CannotSignError) as refused:
        _signed("title: x\n...\n")
    assert str(refused.value) == (
        "vision/goals/g.yml is written in a way that cannot be changed safely. Add by hand: "
        'signed: [{partner: northgate, on: 2026-06-15, fingerprint: "PRINT"}]'
    ).replace(
        "PRINT",
        sign(
            {**PARTNERS, "vision/vision.yml": b"title: x\n", PATH: b"title: x\n"}, "goals/g", "northgate", DAY
        ).fingerprint,
    )


ASIDE = st.lists(st.sampled_from(["", "  ", "# a note", "   # signed: [no]", "# - {partner: x}"]), max_size=3)
ENTRIES = st.lists(
    st.sampled_from(["- {partner: harbour, on: 2026-01-05}", "- partner: northgate\n    on: 2026-01-05"]),
    max_size=3,
)
KEYS = st.permutations(["title: é", "why: 'x # y'", "due: 2027-12-31", "body: |\n  a\n\n  - b", "SIGNED"])


@given(
    keys=KEYS,
    between=st.lists(ASIDE, min_size=6, max_size=6),
    listed=ENTRIES,
    within=ASIDE,
    form=st.tuples(st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\n"])),
)
def test_comments_and_blank_lines_survive(
    keys: list[str], between: list[list[str]], listed: list[str], within: list[str], form: tuple[str, str]
) -> None:
    new, end = form
    signed = "\n".join(["signed:", *(f"{line}\n  {entry}" for entry in listed for line in within or [""])])
    pieces = [[key if key != "SIGNED" else signed if listed else "tags: [x]"] for key in keys]
    lines = [line for aside, piece in zip(between, [*pieces, []], strict=True) for line in (*aside, *piece)]
    text = ("\n".join(lines) + end).replace("\n", new)
    after = _signed(text).split(new)
    for line in text.split(new):
        renewed = line.replace("2026-01-05", "2026-06-15")
        assert line in after or renewed in after
        after.remove(line if line in after else renewed)
    assert len([line for line in after if line]) <= 3
    assert not [line for line in after if "#" in line]


@pytest.mark.parametrize("digits", ["12345678", "1e345678"])
def test_a_fingerprint_that_looks_like_a_number_is_written_as_text(digits: str) -> None:
    signature = Signature.model_construct(partner="northgate", on=DAY, fingerprint=digits)
    assert [*with_signature("title: x\n", signature)] == [
        f'title: x\nsigned:\n  - {{partner: northgate, on: 2026-06-15, fingerprint: "{digits}"}}\n'
    ]
    renewed = "title: x\nsigned: [{partner: northgate, on: 2026-01-05, fingerprint: 0a1b2c3d}]\n"
    assert [*with_signature(renewed, signature)] == [
        f'title: x\nsigned: [{{partner: northgate, on: 2026-06-15, fingerprint: "{digits}"}}]\n'
    ]
