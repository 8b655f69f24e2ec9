"""The project around a hostile vision: its settings, its past, what is broken in it, its site."""

import itertools
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from browser.hostile_vision import KINDS, RECORDS, Texts, as_yaml, table, vision_files
from browser.payloads import Payload

_SETTINGS = """\
site_name: Harmless
site_url: https://vision.example/
docs_dir: site_src
theme:
  name: material
  font: false
  palette:
    - {scheme: default, toggle: {icon: material/weather-sunny, name: Always dark}}
    - {scheme: slate, toggle: {icon: material/weather-night, name: Always light}}
  features:
    - content.code.annotate
    - content.code.copy
    - navigation.footer
    - navigation.indexes
    - navigation.instant
    - navigation.instant.preview
    - navigation.path
    - navigation.tabs
    - search.highlight
    - search.share
    - search.suggest
    - toc.follow
markdown_extensions: [abbr, admonition, attr_list, def_list, footnotes, md_in_html, tables, pymdownx.snippets,
  pymdownx.superfences, pymdownx.keys, pymdownx.mark, pymdownx.tasklist]
plugins:
  - search
  - shared-vision: {as_of: 2026-06-15, languages: [en, fr]}
"""


def write_vision(root: Path, payloads: Sequence[Payload], start: int = 0) -> Texts:
    """A whole vision with a past, in which every text was another payload; what each field has had.

    Half of the payloads from `start` on stand in records that are broken by them.
    """
    _write(root, _site())
    _write(
        root,
        {
            path: content
            for path, content in vision_files(Texts(payloads, start + len(payloads) // 2))
            if "surveys" not in path  # whose results are shown once
        },
    )
    past = _Past(root, payloads, start)
    past.commit()
    texts = Texts(payloads, start)
    for path, content in vision_files(texts):
        _write(root, {path: content})
        if path.endswith("-0.yml"):
            past.commit()
    past.commit()
    half = len(payloads) // 2
    for number, few in enumerate(_fours(payloads[start : start + half])):
        _write(root, dict(_broken(few, number)))
    past.commit()
    return texts


def build_vision(root: Path) -> Path:
    """The folder of its site."""
    command = Path(sys.executable).parent / "vision"
    kept = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    done = subprocess.run(
        [command, "build"],
        cwd=root,
        env={**kept, "NO_MKDOCS_2_WARNING": "1"},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return root / "site"


def _write(root: Path, files: Mapping[str, str]) -> None:
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode())


def _site() -> Mapping[str, str]:
    """The settings with all the theme can do, among them the extensions that would run what a page says."""
    pieces = "".join(
        f"```vision\n{one}: {one}s-1\nshow: {show}\n```\n\n"
        for one in ("goal", "kpi", "decision", "initiative", "partner")
        for show in ("card", "link")
    )
    lists = "".join(f"```vision\nshow: {show}\n```\n\n" for show in ("goals", "attention", "changelog"))
    chart = "```vision\nkpi: kpis-2\nshow: chart\n```\n"
    return {"mkdocs.yml": _SETTINGS, "site_src/about.md": f"# About\n\n{pieces}{lists}{chart}"}


class _Past:
    """The vision's repository, whose authors and messages are payloads, too."""

    def __init__(self, root: Path, payloads: Sequence[Payload], start: int) -> None:
        self._root = root
        self._texts = Texts(payloads, start)
        self._number = 0
        self._git("init", "-q", "-b", "main")

    def commit(self) -> None:
        """All that there is, by somebody with a payload for a name and for an address."""
        self._number += 1
        name, address = (
            self._texts.text(f"git.{what}", None, 6).replace("\n", " ") for what in ("name", "mail")
        )
        message = f"{self._texts.text('git.message', None, 12)}\n\nDecision: decisions-{self._number}"
        self._git("add", "-A")
        self._git("commit", "-q", "--cleanup=verbatim", "-m", message, by=(name, address))

    def _git(self, *arguments: str, by: tuple[str, str] = ("x", "x")) -> None:
        when = f"2026-03-{self._number + 1:02d}T00:00:00+00:00"
        who = {"NAME": by[0], "EMAIL": f"{by[1]}@partner{self._number % RECORDS}.example", "DATE": when}
        named = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()}
        clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        subprocess.run(
            ["git", "-c", "commit.gpgsign=false", "-c", "core.autocrlf=false", *arguments],
            cwd=self._root,
            env={**clean, **named, "GIT_CONFIG_GLOBAL": os.devnull},
            check=True,
            capture_output=True,
        )


def _broken(payloads: Sequence[Payload], number: int) -> Iterator[tuple[str, str]]:
    """Files that payloads make wrong, so that problems quote them: each in another way."""
    model = KINDS[number % len(KINDS)]
    texts = itertools.cycle(payload.text for payload in payloads)
    fields = [name for name in model.model_fields if name not in {"id", "title"}]
    made = {name: _wrong(next(texts), next(texts), at) for at, name in enumerate(fields)}
    keys = {payload.text: 1 for payload in payloads}
    whole = as_yaml({"title": f"Broken {number}", **keys, **made})
    yield f"vision/{model.kind}/broken-{number}.yml", whole
    way = _UNREADABLE[number % len(_UNREADABLE)]
    yield f"vision/{model.kind}/unreadable-{number}.yml", way.replace("TEXT", payloads[0].text)
    name = "".join(sign for payload in payloads for sign in payload.short if sign not in "/\\")[:150]
    yield f"vision/{model.kind}/named-{number} {name}.yml", "title: Named\n"
    yield f"vision/{number} {name}/x.yml", "title: x\n"
    source = {"where": {one: one for one in keys}}
    kpi = {"title": f"Unread {number}", "direction": "increase", "source": source}
    yield f"vision/kpis/unread-{number}.yml", as_yaml(kpi)
    cells = (
        [["2026-01", text, "x"] for text in keys] + [[text, "1", text] for text in keys] + [[*keys, "x", "x"]]
    )
    yield f"kpi_data/unread-{number}.csv", table(["date", "value", next(texts)], cells)


def _fours(payloads: Sequence[Payload]) -> Iterator[Sequence[Payload]]:
    return (payloads[at : at + 4] for at in range(0, len(payloads), 4))


def _wrong(text: str, other: str, way: int) -> Any:
    return (text, [text], {text: other}, {"xx": text})[way % 4]


_UNREADABLE = ("title: TEXT\nTEXT: [", "- TEXT\n- 'x\n", "title: 'x' TEXT", "TEXT\n", "title: &TEXT x")
