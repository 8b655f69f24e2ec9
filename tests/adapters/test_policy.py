"""The site's pages run and load what its makers chose, and nothing that a record says."""

import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from shared_vision.adapters.policy import Policy
from shared_vision.adapters.project import ProjectError
from small_vision import SMALL, Written

VISION = Path(sys.executable).parent / "vision"
OURS = SMALL["mkdocs.yml"]


def policy_of(page: Path) -> dict[str, list[str]]:
    """The sources that a page's policy allows, by directive; it stands before anything it is about."""
    html = page.read_text(encoding="utf-8")
    found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    assert found
    assert not re.search(r"<(?:script|style|link|title)", html[: found.start()])
    return {name: sources for name, *sources in (one.split() for one in found[1].split(";"))}


class Inline(HTMLParser):
    """The hashes of the scripts and styles that a page brings along."""

    def __init__(self) -> None:
        super().__init__()
        self.hashes: list[str] = []
        self._text: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        is_code = tag == "style" or (tag == "script" and "json" not in (values.get("type") or ""))
        self._text = "" if is_code and "src" not in values else None

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text += data

    def handle_endtag(self, _tag: str) -> None:
        if self._text:
            self.hashes.append(f"'sha256-{b64encode(sha256(self._text.encode()).digest()).decode()}'")
        self._text = None


def build(folder: Path) -> Path:
    done = subprocess.run([VISION, "build"], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.mark.parametrize("theme", ["{name: material, font: false}", "mkdocs"])
def test_a_themes_own_scripts_are_allowed_on_every_page_and_no_others(
    write_vision: Written, theme: str
) -> None:
    config = OURS.replace("{name: material, font: false}", theme)
    site = build(write_vision({"mkdocs.yml": config, "site_src/deep/er/page.md": "# Deep\n"}))
    for page in site.rglob("*.html"):
        inline, policy = Inline(), policy_of(page)
        inline.feed(page.read_text(encoding="utf-8"))
        assert set(inline.hashes) <= {*policy["script-src"], *policy["style-src"]}, page
        assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:"} & {
            *policy["script-src"],
            *policy["default-src"],
        }


def test_what_pages_written_by_hand_run_and_load_is_allowed(write_vision: Written) -> None:
    page = (
        "# About\n\n<script>said = 1 < 2 && '</b>'</script>\n"
        '<script src="https://stats.example/x.js"></script>\n\n'
        "![Logo](https://pictures.example/a/logo.png)\n\n"
        '<iframe src="//films.example/1"></iframe>\n\n```vision\nkpi: complaints\nshow: card\n```\n'
    )
    site = build(write_vision({"site_src/about.md": page}))
    policy = policy_of(site / "about/index.html")
    digest = b64encode(sha256(b"said = 1 < 2 && '</b>'").digest()).decode()
    assert f"'sha256-{digest}'" in policy["script-src"]
    assert "https://stats.example" in policy["script-src"]
    assert policy["img-src"] == ["'self'", "data:", "https://pictures.example"]
    assert policy["frame-src"] == ["'self'", "https://films.example"]


@pytest.mark.parametrize("address", ["http://[::1/x.png", "https://a;script-src *", "https://a&quot;>"])
def test_an_address_that_is_none_allows_nothing(address: str) -> None:
    policy = Policy(more=True)
    before = str(policy)
    policy.trust(f'<img src="{address}">')
    assert str(policy) == before


def test_what_a_record_says_changes_nothing(write_vision: Written) -> None:
    harmless = policy_of(build(write_vision({})) / "goals/fewer-complaints/index.html")
    attack = "'</title><script>steal()</script><img src=https://evil.example/x><style>p{color:red}</style>'"
    goal = f"title: {attack}\nwhy: {attack}\nsummary: {attack}\nbody: {attack}\nkpis: [complaints]\n"
    hand = "# About\n\n```vision\ngoal: fewer-complaints\nshow: card\n```\n"
    vision = f"title: {attack}\nstatement: {attack}\n"
    changes = {
        "vision/goals/fewer-complaints.yml": goal,
        "vision/vision.yml": vision,
        "site_src/about.md": hand,
    }
    site = build(write_vision(changes))
    assert {str(policy_of(page)) for page in site.rglob("*.html") if "embed" not in page.parts} == {
        str(harmless)
    }


def test_makers_may_allow_more_or_have_no_policy(write_vision: Written) -> None:
    more = "as_of: 2026-06-15, content_security_policy: {connect-src: [https://a.example, https://b.example]}"
    site = build(write_vision({"mkdocs.yml": OURS.replace("as_of: 2026-06-15", more)}))
    assert policy_of(site / "index.html")["connect-src"] == [
        "'self'",
        "https://a.example",
        "https://b.example",
    ]
    none = "as_of: 2026-06-15, content_security_policy: false"
    site = build(write_vision({"mkdocs.yml": OURS.replace("as_of: 2026-06-15", none)}))
    assert "Content-Security-Policy" not in (site / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("source", ["https://a.example; script-src *", '"', 7])
def test_what_is_no_source_is_told(source: object) -> None:
    with pytest.raises(ProjectError) as told:
        Policy({"img-src": [source]})
    assert str(told.value) == (
        f"content_security_policy: {source!r} is no source. Write e.g. {{img-src: [https://maps.example.org]}}."
    )


@pytest.mark.parametrize("template", ["nope.html", "../../mkdocs.yml", "[main.html]", "5"])
def test_a_template_that_the_theme_has_not_is_told_with_the_page(
    write_vision: Written, template: str
) -> None:
    folder = write_vision({"site_src/about.md": f"---\ntemplate: {template}\n---\n# About\n"})
    done = subprocess.run([VISION, "build"], cwd=folder, capture_output=True, text=True, check=False)
    said = str(["main.html"]) if template.startswith("[") else template
    assert done.returncode == 1
    assert done.stderr.splitlines()[-2:] == [
        (
            f"ERROR   about.md: The theme has no template {said!r}. Take the line away, or name one that it "
            "has, such as main.html."
        ),
        "Error: Nothing is published: mend the problems above.",
    ]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (b"---\nhide: 5\n---\n# About\n", "TypeError: argument of type 'int' is not"),
        (b"# caf\xe9\n", "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe9"),
        (b"[x](http://[::1)\n", "ValueError: Invalid IPv6 URL"),
    ],
)
def test_a_page_that_the_theme_stumbles_over_is_told_without_a_traceback(
    write_vision: Written, page: bytes, told: str
) -> None:
    folder = write_vision({})
    (folder / "site_src/about.md").write_bytes(page)
    done = subprocess.run([VISION, "build"], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    last = done.stderr.splitlines()[-1]
    assert last.startswith(f"Error: Nothing is published: {told}")
    assert last.endswith("What it was about stands above. `mkdocs build` shows where it happened.")
    assert "about.md" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "site").exists()
