"""Whole sites, built as users build them."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from small_vision import SMALL

ROOT = Path(__file__).parents[1]
VISION = Path(sys.executable).parent / "vision"


def build(folder: Path, **environment: str) -> str:
    kept = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    done = subprocess.run(
        [VISION, "build"],
        cwd=folder,
        env={**kept, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def tree(folder: Path) -> Mapping[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def write(folder: Path, files: Mapping[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def copy_of_the_root(folder: Path) -> Path:
    for name in ("vision", "kpi_data", "site_src"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example vision's site."""
    folder = copy_of_the_root(tmp_path_factory.mktemp("root") / "vision")
    build(folder)
    return folder / "site"


def test_the_same_bytes_on_another_day_elsewhere(site: Path, tmp_path: Path) -> None:
    elsewhere = copy_of_the_root(tmp_path / "another folder" / "deeper")
    for path in sorted(elsewhere.rglob("*")):
        os.utime(path, (1, 1))
    build(elsewhere, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="7", SOURCE_DATE_EPOCH="")
    ours, theirs = tree(site), tree(elsewhere / "site")
    assert ours.keys() == theirs.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []


def test_the_whole_is_one_entry_of_the_navigation(site: Path) -> None:
    """Each further entry is written out again on each page."""
    html = (site / "map/index.html").read_text(encoding="utf-8")
    tabs = html[html.index('class="md-tabs"') : html.index("</nav>", html.index('class="md-tabs"'))]
    names = [
        " ".join(name.split()) for name in re.findall(r'class="md-tabs__link">(.*?)</a>', tabs, re.DOTALL)
    ]
    assert names[:3] == ["Vision", "The whole", "Goals"]
    assert "Timeline" not in names


class Links(HTMLParser):
    """What a page links to and loads, and its ids."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.headings = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.headings += tag == "h1"
        if (id_ := values.get("id")) is not None:
            self.ids.append(id_)
        if tag == "a" and values.get("href"):
            self.links.append(values["href"] or "")
        elif tag in {"script", "img", "iframe", "source"} and values.get("src"):
            self.loads.append(values["src"] or "")
        elif tag == "link" and values.get("rel") in {"stylesheet", "icon", "preload"}:
            self.loads.append(values["href"] or "")


def parse(page: Path) -> Links:
    links = Links()
    links.feed(page.read_text(encoding="utf-8"))
    return links


def test_every_link_leads_somewhere_and_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    lost = []
    for page in site.rglob("*.html"):
        found = parse(page)
        here = f"https://example.org/{page.relative_to(site)}"
        for address in (*found.links, *found.loads):
            if address == "data:,":  # no icon, so that none is asked for
                continue
            target = urlsplit(urljoin(here, address))
            if target.netloc != "example.org":
                if address in found.loads:
                    lost.append((page, address))
                continue
            path = site / target.path.lstrip("/")
            if not (path / "index.html" if target.path.endswith("/") or not target.path else path).exists():
                lost.append((page, address))
    assert lost == []


def test_every_page_has_one_heading_and_no_id_twice(site: Path) -> None:
    wrong = {}
    for page in site.rglob("*.html"):
        found = parse(page)
        ids = [id_ for id_ in found.ids if not id_.startswith("__")]
        if found.headings != 1 or len(ids) != len(set(ids)):
            wrong[str(page.relative_to(site))] = (
                found.headings,
                sorted({x for x in ids if ids.count(x) > 1}),
            )
    assert wrong == {}


def test_the_example_says_that_it_is_one(site: Path) -> None:
    pages = [page for page in site.rglob("*.html") if page.name != "404.html"]
    said = [page for page in pages if "sv-example" in page.read_text(encoding="utf-8")]
    assert len(said) == len(pages) - 2  # the page written by hand says it in its own words, in two languages


def test_search_finds_records_by_title(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    found = {entry["location"]: entry["title"] for entry in index["docs"]}
    assert found["kpis/complaints-per-1000/"] == "Complaints per 1,000 contacts"
    assert found["goals/fewer-complaints/"] == "Fewer complaints"
    assert "decisions/same-day-callback/" in found


def test_search_finds_records_by_status_partner_goal_and_tag(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    text = {entry["location"]: entry["text"] for entry in index["docs"]}["kpis/complaints-per-1000/"]
    for words in ("On track", "Northgate Council", "Fewer complaints", "complaints per 1,000"):
        assert words in text


def test_record_pages_stay_out_of_the_nav(site: Path) -> None:
    home = (site / "index.html").read_text(encoding="utf-8")
    nav = home[home.index('data-md-component="sidebar"') : home.index('data-md-component="content"')]
    assert "goals/" in nav
    assert "goals/fewer-complaints" not in nav


HOSTILE = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\"'&{{ 7*7 }}{% x %}"


def test_no_text_of_a_partner_becomes_markup(tmp_path: Path) -> None:
    quoted = HOSTILE.replace("'", "''")
    changes = {
        path: re.sub(r"^title: .*$", lambda _: f"title: '{quoted}'", text, flags=re.MULTILINE)
        for path, text in SMALL.items()
        if path.startswith("vision/")
    }
    extra = f"summary: '{quoted}'\nbody: '{quoted}'\ntags: ['{quoted}']\n"
    hostile = {path: text + extra for path, text in changes.items()}
    build(write(tmp_path, {**SMALL, **hostile}))
    for page in (tmp_path / "site").rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "<script>alert" not in text, page
        assert "<img src=x" not in text, page
        assert "{{ 7*7 }}" in text or "49" not in text, page
        assert parse(page).headings == 1, page


def test_edit_links_open_the_record_itself(tmp_path: Path) -> None:
    config = SMALL["mkdocs.yml"] + "repo_url: https://github.com/o/r\nedit_uri: edit/main/site_src/\n"
    config = config.replace("{name: material,", "{name: material, features: [content.action.edit],")
    build(write(tmp_path, {**SMALL, "mkdocs.yml": config}))
    page = (tmp_path / "site/goals/fewer-complaints/index.html").read_text(encoding="utf-8")
    assert page.count('href="https://github.com/o/r/edit/main/vision/goals/fewer-complaints.yml"') >= 2


@pytest.mark.parametrize(
    ("repo", "editor"),
    [
        ("github.com/o/r", "edit/main/"),
        ("gitlab.com/g/r", "-/edit/main/"),
        ("codeberg.org/o/r", "_edit/main/"),
    ],
)
def test_the_address_of_the_repository_is_enough_for_edit_links(
    repo: str, editor: str, tmp_path: Path
) -> None:
    config = SMALL["mkdocs.yml"] + f"repo_url: https://{repo}\n"
    config = config.replace("{name: material,", "{name: material, features: [content.action.edit],")
    build(write(tmp_path, {**SMALL, "mkdocs.yml": config, "site_src/about.md": "# About\n"}))
    goal = (tmp_path / "site/goals/fewer-complaints/index.html").read_text(encoding="utf-8")
    assert goal.count(f'href="https://{repo}/{editor}vision/goals/fewer-complaints.yml"') >= 2
    about = (tmp_path / "site/about/index.html").read_text(encoding="utf-8")
    assert f'href="https://{repo}/{editor}site_src/about.md"' in about


@pytest.mark.parametrize("said", ["", 'edit_uri: ""\n'])
def test_without_a_known_editor_nothing_links_to_one(said: str, tmp_path: Path) -> None:
    config = SMALL["mkdocs.yml"] + f"repo_url: https://git.example.org/o/r\n{said}"
    told = build(write(tmp_path, {**SMALL, "mkdocs.yml": config}))
    page = (tmp_path / "site/goals/fewer-complaints/index.html").read_text(encoding="utf-8")
    assert "git.example.org/o/r/" not in page
    assert ("how files are edited at https://git.example.org/o/r is not known" in told) == (not said)


def test_new_records_open_where_the_files_are(tmp_path: Path) -> None:
    config = SMALL["mkdocs.yml"].replace("as_of: 2026-06-15", "as_of: 2026-06-15, vision_dir: ours")
    config += "repo_url: https://codeberg.org/o/r\nedit_uri: _edit/main/site_src/\n"
    files = {path.replace("vision/", "ours/"): text for path, text in SMALL.items()}
    build(write(tmp_path, {**files, "mkdocs.yml": config}))
    listed = (tmp_path / "site/decisions/index.html").read_text(encoding="utf-8")
    start = "https://codeberg.org/o/r/_new/main/ours/decisions?filename=our-decision.yml&amp;value=%23%20A%20decision"
    assert f'href="{start}' in listed
    page = (tmp_path / "site/goals/fewer-complaints/index.html").read_text(encoding="utf-8")
    assert 'href="https://codeberg.org/o/r/_edit/main/ours/goals/fewer-complaints.yml"' in page


def test_pages_link_to_files_without_directory_urls(tmp_path: Path) -> None:
    build(write(tmp_path, {**SMALL, "mkdocs.yml": SMALL["mkdocs.yml"] + "use_directory_urls: false\n"}))
    page = (tmp_path / "site/goals/fewer-complaints.html").read_text(encoding="utf-8")
    assert 'href="../kpis/complaints.html"' in page


def test_a_home_page_written_by_hand_takes_the_place_of_ours(tmp_path: Path) -> None:
    build(write(tmp_path, {**SMALL, "site_src/index.md": "# Welcome home\n"}))
    home = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert "Welcome home" in home
    assert "Everybody is heard." not in home


def test_embargoed_values_are_in_no_file(tmp_path: Path) -> None:
    kpi = (
        "title: Complaints\nsummary: From 6161.5 on.\nbody: To 6262.5.\ndirection: decrease\n"
        "frequency: monthly\nbaseline: {date: 2025-12-31, value: 7171.5}\nlimit: 6363.5\n"
        "milestones: [{date: 2026-06-30, value: 7272.5}]\ntarget: {date: 2026-12-31, value: 7373.5}\n"
        "publish_from: 2026-07-01\n"
    )
    action = "expects: [{kpi: complaints, direction: decrease, by: 7474.5}]\n"
    files = {
        "vision/kpis/complaints.yml": kpi,
        "kpi_data/complaints.csv": "date,value\n2026-04,7575.5\n2026-05,7676.5\n",
        "vision/decisions/call-back.yml": SMALL["vision/decisions/call-back.yml"] + action,
        "vision/initiatives/line.yml": f"title: Line\n{action}",
    }
    folder = write(tmp_path, {**SMALL, **files})
    build(folder)
    said = [
        subprocess.run([VISION, *command], cwd=folder, capture_output=True, check=True).stdout
        for command in (["status"], ["status", "--format", "json"], ["explain", "complaints"])
    ]
    secret = re.compile(rb"(?:6[123]6[123]|7[1-6]7[1-6])|[67],[1-6][67][1-6]")
    assert [path for path, content in tree(folder / "site").items() if _shows(secret, path, content)] == []
    assert not any(secret.search(text) for text in said)
    page = (folder / "site/kpis/complaints/index.html").read_text(encoding="utf-8")
    assert "Its values are not published yet." in page
    assert "No target is set." not in page


def _shows(secret: re.Pattern[bytes], path: str, content: bytes) -> bool:
    is_read = path.endswith((".html", ".json", ".csv", ".xml")) and path != "integrity.json"
    return is_read and bool(secret.search(content))


@pytest.mark.parametrize("example", ["broken", "minimal"])
def test_an_example_builds(example: str, tmp_path: Path) -> None:
    folder = tmp_path / example
    shutil.copytree(ROOT / "examples" / example, folder)
    build(folder)
    broken = [page for page in (folder / "site").rglob("*.html") if "sv-broken" in page.read_text()]
    assert bool(broken) == (example == "broken")


def test_pages_say_what_other_sites_show_of_them(site: Path) -> None:
    html = (site / "kpis/complaints-per-1000/index.html").read_text(encoding="utf-8")
    found = dict(re.findall(r'<meta property="og:([\w:]+)" content="([^"]*)">', html))
    assert found["title"] == "Complaints per 1,000 contacts"
    assert found["url"] == "https://example.org/kpis/complaints-per-1000/"
    assert found["site_name"] == "One front door"
    assert found["locale"] == "en"
