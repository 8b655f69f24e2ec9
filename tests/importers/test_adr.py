from textwrap import dedent

import pytest
import yaml

from shared_vision.importers.adr import import_adr
from shared_vision.importers.imported import Imported, LeftOut
from shared_vision.read import read


def nygard(
    title: str = "2. Use `files`", status: str = "Accepted", date: str = "Date: 2024-03-01", more: str = ""
) -> bytes:
    head = f"# {title}\n\n{date}\n\n## Status\n\n{status}\n\n"
    return f"{head}## Context\n\nWhy.\n\n## Decision\n\nThis.\n{more}".encode()


def decisions(imported: Imported) -> dict[str, dict[str, object]]:
    start = "vision/decisions/"
    return {
        path.removeprefix(start).removesuffix(".yml"): yaml.load(content, Loader=yaml.CBaseLoader)  # noqa: S506 - it makes texts only
        for path, content in imported.files.items()
        if path.startswith(start)
    }


def one(content: bytes | str, path: str = "0002-use-files.md") -> dict[str, object]:
    text = content if isinstance(content, bytes) else dedent(content).encode()
    imported = import_adr({path: text})
    assert read(imported.files).broken == ()
    (record,) = decisions(imported).values()
    return record


def test_a_nygard_record_is_a_decision() -> None:
    imported = import_adr(
        {"docs/0002-use-files.md": nygard(more="\n## Consequences\n\nThat.\n\n## Notes\n\nMore.\n")}
    )
    assert decisions(imported) == {
        "use-files": {
            "title": "Use files",
            "date": "2024-03-01",
            "status": "accepted",
            "context": "Why.",
            "decision": "This.",
            "consequences": "That.",
            "body": "## Notes\n\nMore.",
            "tags": ["ADR-0002"],
        }
    }
    assert imported.left_out == ()
    assert read(imported.files).problems == ()


MADR = """\
---
status: accepted
date: 2024-05-06
decision-makers: [Ann, Bob]
consulted: Cy
nav_order: 3
---
# Pick a fruit

## Context and Problem Statement

We are hungry.

## Decision Drivers

* Price

## Considered Options

* [Apples](https://apples.example)
* Pears - the yellow ones
* None

## Decision Outcome

Chosen option: "Pears", because they are ripe.
They are near, too.

### Consequences

* Good, because we eat.

### Confirmation

We look.

## Pros and Cons of the Options

### Apples

Red ones.

* Good, because they keep
  for long
* Bad, because they are far

### Plums

* Bad, because of the stones
"""


def test_a_madr_record_is_a_decision_with_its_options() -> None:
    assert one(MADR, "pick-a-fruit.md") == {
        "title": "Pick a fruit",
        "date": "2024-05-06",
        "status": "accepted",
        "context": "We are hungry.",
        "options": [
            {
                "title": "Apples",
                "text": "[Apples](https://apples.example)\nRed ones.\n\n* Bad, because they are far",
                "valued_for": "* Good, because they keep\n  for long",
                "outcome": "rejected",
            },
            {
                "title": "Pears",
                "text": "the yellow ones",
                "outcome": "chosen",
                "because": "they are ripe.\nThey are near, too.",
            },
            {"title": "None", "outcome": "rejected"},
            {"title": "Plums", "text": "* Bad, because of the stones", "outcome": "rejected"},
        ],
        "decision": (
            'Chosen option: "Pears", because they are ripe.\nThey are near, too.'
            "\n\n### Confirmation\n\nWe look."
        ),
        "consequences": "* Good, because we eat.",
        "body": "* Decision makers: Ann, Bob\n* Consulted: Cy\n\n## Decision Drivers\n\n* Price",
    }


def test_settings_of_the_sources_own_site_are_listed_once() -> None:
    imported = import_adr({"a.md": MADR.encode(), "b.md": MADR.encode()})
    assert imported.left_out == (
        LeftOut(
            path="a.md",
            what="nav_order in the front matter",
            reason="It is for the source's own site or editors, not for readers (2 records have it).",
        ),
    )


@pytest.mark.parametrize(
    ("written", "status", "tags"),
    [
        ("Accepted", "accepted", ["ADR-0002"]),
        ("**Approved**", "accepted", ["ADR-0002", "status: approved"]),
        ("Rejected", "rejected", ["ADR-0002"]),
        ("Proposed", "proposed", ["ADR-0002"]),
        ("Pending", "proposed", ["ADR-0002", "status: pending"]),
        ("Deprecated (for now)", "expired", ["ADR-0002", "status: deprecated"]),
        ("Superseded by ADR-0009", "superseded", ["ADR-0002"]),
        ("Withdrawn", "withdrawn", ["ADR-0002"]),
        ("Not sure", "proposed", ["ADR-0002"]),
    ],
)
def test_a_status_is_the_nearest_of_ours_with_other_words_as_tags(
    written: str, status: str, tags: list[str]
) -> None:
    record = one(nygard(status=written))
    assert (record["status"], record["tags"]) == (status, tags)


def test_what_a_status_says_beside_its_word_is_kept() -> None:
    assert one(nygard(status="Accepted\n\nAmends ADR 1"))["body"] == "## Status\n\nAccepted\n\nAmends ADR 1"


def test_a_status_that_was_guessed_is_listed() -> None:
    sources = {
        "a.md": b"# A\n\nDate: 2024-01-02\n\n## Decision\n\nX\n",
        "b.md": b"# B\n\nDate: 2024-01-02\n\n## Context\n\nX\n",
        "c.md": nygard(status="Maybe"),
        "d.md": nygard(status="on hold"),
    }
    assert [(left.path, left.reason) for left in import_adr(sources).left_out] == [
        ("a.md", "The record gives no status but has a decision; it became accepted."),
        ("b.md", "The record gives no status but has no decision; it became proposed."),
        ("c.md", "The status Maybe is not known; it became proposed."),
        ("d.md", "on hold has no like here; it became proposed, with the word kept as a tag."),
    ]


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("Date: 2024-03-01", "2024-03-01"),
        ("* Date: 2024-03-01", "2024-03-01"),
        ("**Date:** 1 March 2024", "2024-03-01"),
        ("Date: March 1st, 2024", "2024-03-01"),
        ("## Date\n\n2024/03/01", "2024-03-01"),
    ],
)
def test_a_date_is_found_where_records_write_it(date: str, day: str) -> None:
    assert one(nygard(date=date))["date"] == day


def test_a_record_without_a_date_says_so() -> None:
    imported = import_adr({"a.md": nygard(date="Written on 03/04/2024")})
    record = decisions(imported)["a"]
    assert (record["date"], record["tags"]) == ("1970-01-01", ["date unknown"])
    assert record["body"] == "The source gives no date for this decision.\n\nWritten on 03/04/2024"
    assert [left.reason for left in imported.left_out] == [
        "The record gives no date; 1970-01-01 stands for it."
    ]


def test_a_day_known_for_the_file_stands_for_a_missing_date() -> None:
    imported = import_adr({"a.md": nygard(date="")}, {"a.md": "2023-04-05"})
    assert decisions(imported)["a"]["date"] == "2023-04-05"
    assert [left.reason for left in imported.left_out] == [
        "The record gives no date; the day known for its file, 2023-04-05, was taken."
    ]


def test_either_record_may_say_that_one_supersedes_the_other() -> None:
    imported = import_adr(
        {
            "adr/0001-a.md": nygard("1. A", "Superseded by [3. C](0003-c.md)"),
            "adr/0002-b.md": nygard("2. B", "Superceded by ADR-0003"),
            "adr/0003-c.md": nygard("3. C", "Accepted"),
            "adr/0004-d.md": nygard("4. D", "Accepted\n\nSupercedes [5. E](./0005-e.md)"),
            "adr/0005-e.md": nygard("5. E", "Superseded"),
        }
    )
    found = decisions(imported)
    assert {name: record.get("supersedes") for name, record in found.items()} == {
        "a": None,
        "b": None,
        "c": ["a", "b"],
        "d": ["e"],
        "e": None,
    }
    assert found["a"]["body"] == "## Status\n\nSuperseded by [3. C](../c/)"
    assert read(imported.files).problems == ()


def test_front_matter_may_say_what_a_record_supersedes() -> None:
    newer = b"---\nstatus: accepted\ndate: 2024-01-01\nsupersedes: ADR-0001\n---\n# New\n\n## Decision\n\nX\n"
    imported = import_adr({"0001-old.md": nygard(status="Superseded by 0002"), "0002-new.md": newer})
    assert decisions(imported)["new"]["supersedes"] == ["old"]


def test_a_superseding_record_that_is_not_there_is_listed() -> None:
    imported = import_adr({"a.md": nygard(status="Superseded by [X](x.md)")})
    assert [(left.what, left.reason) for left in imported.left_out] == [
        ("a link", "The record x.md that it names is not here."),
        (
            "the link to x.md",
            "It leads to a file that is no record; its words stay, with the path beside them.",
        ),
    ]


def test_links_lead_to_the_pages_of_records_and_no_link_is_dead() -> None:
    more = dedent("""
        ## Consequences

        See [`one`](0001-one.md#why), [two][2], <https://x.example>, [web](https://x.example/a.md),
        [here](#top).
        ![A drawing](../img/a.png) and [a file](notes.txt), but `[code](0001-one.md)`.

        ```
        [code](0001-one.md)
        ```

        [2]: ./0002-two.md "Two"
        """)
    sources = {"d/0001-one.md": nygard("1. One"), "d/0002-two.md": nygard("2. Two", more=more)}
    assert decisions(import_adr(sources))["two"]["consequences"] == (
        "See [`one`](../one/), [two](../two/), <https://x.example>, [web](https://x.example/a.md),\n"
        "[here](#top).\n"
        "A drawing (`../img/a.png`) and a file (`notes.txt`), but `[code](0001-one.md)`.\n\n"
        "```\n[code](0001-one.md)\n```"
    )


def test_headings_and_comments_in_code_are_code() -> None:
    block = "```sh\n# not a heading\n<!-- shown -->\n```"
    more = f"\n<!-- lint off -->\n\n{block}\n\n`<!-- shown -->` <!-- hidden -->end\n"
    assert one(nygard(more=more))["decision"] == (f"This.\n\n\n{block}\n\n`<!-- shown -->` end")


def test_options_may_be_headings() -> None:
    more = "\n## Options\n\nThree of them.\n\n### Option 1: Stay\n\nAs now.\n\n### Option 2: Go\n"
    record = one(nygard(more=more))
    assert record["options"] == [{"title": "Option 1: Stay", "text": "As now."}, {"title": "Option 2: Go"}]
    assert record["body"] == "## Options\n\nThree of them."


def test_ids_are_names_of_files_without_numbers_made_unique() -> None:
    long = "0003-" + "-".join(["word"] * 20)
    sources = {
        "a/0001-Use_Files.md": nygard(),
        "b/0002-use-files.md": nygard(),
        "b/0007.md": nygard(),
        f"b/{long}.md": nygard(),
    }
    assert [*decisions(import_adr(sources))] == [
        "adr-0007",
        "use-files-0002",
        "use-files",
        "-".join(["word"] * 13),
    ]


def test_files_that_are_no_records_are_told_apart() -> None:
    sources = {
        "0000-TEMPLATE.md": nygard("0. Template"),
        "adr-template.md": b"# {short title}\n\n## Context\n\nX\n",
        "index.md": b"# Decisions\n\n## Context\n\nx\n",
        "notes.md": b"# Notes\n\nNothing decided.\n",
        "picture.png": b"\x89PNG",
        "latin.md": b"\xff",
        "front.md": b"---\na: [\n---\n# A\n",
        "0009-use-a-template-for-letters.md": nygard(),
    }
    imported = import_adr(sources)
    assert [*decisions(imported)] == ["use-a-template-for-letters"]
    reasons = {left.path: left.reason for left in imported.left_out}
    assert reasons.pop("front.md").startswith("It is not YAML: ")
    assert reasons == {
        "0000-TEMPLATE.md": "It is a template for records.",
        "adr-template.md": "It is a template for records.",
        "index.md": "It is about the records, but no record itself.",
        "notes.md": "It has no title, or no heading such as Context or Decision, so it is no record.",
        "picture.png": "It is not Markdown.",
        "latin.md": "It is not UTF-8.",
    }


def test_windows_line_ends_and_spaces_at_line_ends_do_no_harm() -> None:
    record = one(nygard(more="\nOne  \ntwo \nthree\t\n").replace(b"\n", b"\r\n"))
    assert record["decision"] == "This.\n\nOne\\\ntwo\nthree"
