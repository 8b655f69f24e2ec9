"""Whole sites in two languages."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from babel.messages.pofile import read_po

from small_vision import SMALL

VISION = Path(sys.executable).parent / "vision"
MKDOCS = Path(sys.executable).parent / "mkdocs"
HOST = "https://example.org"
BILINGUAL = {
    **SMALL,
    "mkdocs.yml": SMALL["mkdocs.yml"].replace("as_of", "languages: [en, fr], as_of")
    + f"site_url: {HOST}/deep/\nsite_description: All of us\n",
    "site_src/about.md": "# About\n\n```vision\ngoal: fewer-complaints\n```\n",
    "site_src/about.fr.md": "# À propos\n\n```vision\ngoal: fewer-complaints\n```\n",
    "site_src/contact.md": "# Contact\n\n[About us](about.md)\n",
    "site_src/help/english.en.md": "# Only in English\n",
    "vision/vision.yml": (
        "title: {en: Small, fr: Petit}\nstatement: {en: Everybody is heard., fr: On écoute.}\n"
    ),
    "vision/goals/fewer-complaints.yml": (
        "title: {en: Fewer complaints, fr: Moins de plaintes}\nowner: northgate\nkpis: [complaints]\n"
        "body: Only in *English*.\n"
    ),
    "vision/kpis/complaints.yml": SMALL["vision/kpis/complaints.yml"].replace(
        "title: Complaints\nunit: a month",
        "title: {en: Complaints, fr: Plaintes}\nunit: {fr: par mois, en: a month}",
    ),
}


def write(folder: Path, files: Mapping[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def run(folder: Path, *words: str, fails: bool = False, **environment: str) -> str:
    kept = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    done = subprocess.run(
        words or [VISION, "build"],
        cwd=folder,
        env={**kept, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert bool(done.returncode) == fails, done.stderr
    return done.stderr


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write(tmp_path_factory.mktemp("bilingual"), BILINGUAL)
    run(folder)
    return folder / "site"


class Page(HTMLParser):
    """A page's links, the language it is in, the languages it leads to, its texts in another language."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.language = ""
        self.links: list[str] = []
        self.switch: dict[str, str] = {}
        self.alternates: dict[str, str] = {}
        self.foreign: list[str] = []
        self.text = path.read_text(encoding="utf-8")
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = found["lang"]
        elif "lang" in found:
            self.foreign.append(tag)
        if tag == "link" and "alternate" in found.get("rel", "").split() and "hreflang" in found:
            self.alternates[found["hreflang"]] = found["href"]
        elif tag == "a" and "hreflang" in found:
            self.switch[found["hreflang"]] = found["href"]
        elif tag in {"a", "link", "script", "img"}:
            self.links += [found[name] for name in ("href", "src") if found.get(name)]


def pages(site: Path) -> Iterator[tuple[Path, Page]]:
    for path in sorted(site.rglob("*.html")):
        if "embed" not in path.parts:  # a chart for a frame stands alone
            yield path.relative_to(site), Page(path)


def target(site: Path, page: Path, address: str, root: str = "/deep/") -> Path | None:
    """The file that a link on a page leads to; None where that is on another host."""
    place = f"{HOST}{root}{page}".removesuffix("index.html")
    parts = urlsplit(urljoin(place, address))
    if f"{parts.scheme}://{parts.netloc}" != HOST:
        return None
    path = site / parts.path.removeprefix(root).lstrip("/")
    return path / "index.html" if parts.path.endswith("/") else path


def test_every_page_is_there_in_both_languages(site: Path) -> None:
    english = {path.relative_to(site) for path in site.rglob("*.html")} - {Path("help/english/index.html")}
    french = {path.relative_to(site / "fr") for path in (site / "fr").rglob("*.html")}
    assert {path for path in english if path.parts[0] != "fr"} == french
    assert not (site / "about.fr").exists()


def test_every_link_of_every_page_leads_somewhere(site: Path) -> None:
    lost = [
        (path, link)
        for path, page in pages(site)
        for link in (*page.links, *page.switch.values(), *page.alternates.values())
        if (there := target(site, path, link)) and not there.is_file()
    ]
    assert lost == []


def test_the_switch_of_a_page_leads_to_the_same_page(site: Path) -> None:
    for path, page in pages(site):
        if path.name == "404.html" or {"help", "embed"} & set(path.parts):
            continue
        plain = Path(*path.parts[1:]) if path.parts[0] == "fr" else path
        assert {tag: target(site, path, link) for tag, link in page.switch.items()} == {
            "en": site / plain,
            "fr": site / "fr" / plain,
        }, path


def test_where_there_is_no_such_page_the_switch_leads_home(site: Path) -> None:
    only_english = Page(site / "help/english/index.html")
    assert only_english.switch == {"en": "./", "fr": "../../fr/"}
    assert set(only_english.alternates) == {"en", "x-default"}
    assert Page(site / "404.html").switch == {"en": "/deep/", "fr": "/deep/fr/"}
    assert Page(site / "fr/404.html").switch == {"en": "/deep/", "fr": "/deep/fr/"}


def test_search_engines_are_told_of_the_other_languages(site: Path) -> None:
    for page in ("kpis/complaints/index.html", "fr/kpis/complaints/index.html"):
        assert Page(site / page).alternates == {
            "en": f"{HOST}/deep/kpis/complaints/",
            "fr": f"{HOST}/deep/fr/kpis/complaints/",
            "x-default": f"{HOST}/deep/kpis/complaints/",
        }


def test_a_page_is_in_the_language_it_says(site: Path) -> None:
    for path, page in pages(site):
        assert page.language == ("fr" if path.parts[0] == "fr" else "en"), path
    french = Page(site / "fr/goals/fewer-complaints/index.html").text
    assert ">Moins de plaintes</h1>" in french
    assert "Fewer complaints" not in french
    assert "<title>Moins de plaintes - Petit</title>" in french
    assert "Everybody is heard." not in (site / "fr/index.html").read_text(encoding="utf-8")


def test_texts_that_are_not_translated_are_marked(site: Path) -> None:
    goal = (site / "fr/goals/fewer-complaints/index.html").read_text(encoding="utf-8")
    assert '<div lang="en"><p>Only in <em>English</em>.</p>' in goal
    assert 'lang="en">Northgate Council</a>' in goal
    assert Page(site / "goals/fewer-complaints/index.html").foreign == []


def test_pages_written_by_hand_speak_their_language(site: Path) -> None:
    english, french = (
        (site / page).read_text(encoding="utf-8") for page in ("about/index.html", "fr/about/index.html")
    )
    assert "Fewer complaints" in english
    assert "À propos" in french
    assert "Moins de plaintes" in french
    assert "Fewer complaints" not in french
    assert (site / "fr/contact/index.html").is_file()
    assert 'href="../about/"' in (site / "fr/contact/index.html").read_text(encoding="utf-8")


def test_each_language_has_its_own_search_and_site_map(site: Path) -> None:
    for folder, language, title in (("", "en", "Fewer complaints"), ("fr/", "fr", "Moins de plaintes")):
        index = json.loads((site / f"{folder}search/search_index.json").read_text(encoding="utf-8"))
        found = {entry["location"]: entry["title"] for entry in index["docs"]}
        assert index["config"]["lang"] == [language]
        assert found["goals/fewer-complaints/"] == title
        assert not any(location.startswith("fr/") for location in found)
        places = re.findall("<loc>(.*)</loc>", (site / f"{folder}sitemap.xml").read_text(encoding="utf-8"))
        assert f"{HOST}/deep/{folder}goals/fewer-complaints/" in places
        assert all(place.startswith(f"{HOST}/deep/{folder}") for place in places)


def test_what_programs_read_is_there_once_with_all_languages(site: Path) -> None:
    assert not (site / "fr/api").exists()
    assert not list((site / "fr").rglob("*.csv"))
    (goal,) = json.loads((site / "api/v1/goals.json").read_text(encoding="utf-8"))["goals"]
    assert goal["title"] == "Fewer complaints"
    assert goal["translations"] == {"title": {"en": "Fewer complaints", "fr": "Moins de plaintes"}}
    (partner,) = json.loads((site / "api/v1/partners.json").read_text(encoding="utf-8"))["partners"]
    assert "translations" not in partner


def test_the_same_bytes_twice(site: Path, tmp_path: Path) -> None:
    run(write(tmp_path / "elsewhere", BILINGUAL), PYTHONHASHSEED="7", TZ="Pacific/Kiritimati")
    again = tmp_path / "elsewhere/site"
    files = {path.relative_to(site) for path in site.rglob("*") if path.is_file()}
    assert files == {path.relative_to(again) for path in again.rglob("*") if path.is_file()}
    assert [path for path in files if (site / path).read_bytes() != (again / path).read_bytes()] == []


def test_mkdocs_without_directory_urls_builds_the_same_into_another_folder(tmp_path: Path) -> None:
    config = BILINGUAL["mkdocs.yml"].replace(f"site_url: {HOST}/deep/\n", "") + "use_directory_urls: false\n"
    folder = write(tmp_path, {**BILINGUAL, "mkdocs.yml": config})
    run(folder, str(MKDOCS), "build", "--strict", "--site-dir", "public")
    site = folder / "public"
    page = Page(site / "fr/goals/fewer-complaints.html")
    assert page.switch == {"en": "../../goals/fewer-complaints.html", "fr": "fewer-complaints.html"}
    assert page.alternates["en"] == "../../goals/fewer-complaints.html"
    lost = [
        (path, link)
        for path, page in pages(site)
        for link in (*page.links, *page.switch.values())
        if path.name != "404.html" and (there := target(site, path, link, "/")) and not there.is_file()
    ]
    assert lost == []
    assert Page(site / "help/english.html").switch["fr"] == "../fr/index.html"


def test_what_is_wrong_is_told_once(tmp_path: Path) -> None:
    changes = {
        "site_src/contact.md": "[Nowhere](nowhere.md)\n\n```vision\ngoal: nobody\n```\n",
        "vision/partners/northgate.yml": "titel: Northgate Council\n",
    }
    said = run(write(tmp_path, {**BILINGUAL, **changes}))
    assert said.count("nowhere.md") == 1
    assert said.count("unknown-key") == 1
    assert said.count("There is no goal") == 1


def test_a_problem_in_a_translated_page_is_placed_there_and_stops_a_strict_build(tmp_path: Path) -> None:
    folder = write(tmp_path, {**BILINGUAL, "site_src/about.fr.md": "# À propos\n\n```vision\ngoal: x\n```\n"})
    said = run(folder, str(VISION), "build", "--strict", fails=True)
    assert "site_src/about.fr.md:3" in said
    assert "Traceback" not in said


def test_a_switch_of_ones_own_is_left_alone(tmp_path: Path) -> None:
    own = "extra: {alternate: [{name: Cymraeg, link: 'https://example.com/cy/', lang: cy}]}\n"
    folder = write(tmp_path, {**BILINGUAL, "mkdocs.yml": BILINGUAL["mkdocs.yml"] + own})
    run(folder)
    for path, page in pages(folder / "site"):
        assert page.switch == ({} if "embed" in path.parts else {"cy": "https://example.com/cy/"})


def test_a_site_in_one_language_follows_the_theme(tmp_path: Path) -> None:
    config = SMALL["mkdocs.yml"].replace("{name: material,", "{name: material, language: fr,")
    folder = write(tmp_path, {**BILINGUAL, "mkdocs.yml": config})
    run(folder)
    page = Page(folder / "site/goals/fewer-complaints/index.html")
    assert page.language == "fr"
    assert page.switch == {}
    assert ">Moins de plaintes</h1>" in page.text
    assert not (folder / "site/fr").exists()


def test_a_page_in_the_way_of_a_language_is_named(tmp_path: Path) -> None:
    folder = write(tmp_path, {**BILINGUAL, "site_src/fr/index.md": "# Bonjour\n"})
    assert "fr/index.md lies where the pages in another language go" in run(folder, fails=True)


@pytest.mark.parametrize(
    ("languages", "said"),
    [
        (
            "[en, french]",
            "languages: 'french' is not the tag of a language that can be shown. Did you mean fr?",
        ),
        (
            "[en, fr_CA]",
            "languages: 'fr_CA' is not the tag of a language that can be shown. Did you mean fr-CA?",
        ),
        (
            "[en, no-thing]",
            "languages: 'no-thing' is not the tag of a language that can be shown. Write tags",
        ),
        ("[en, en]", "languages: en, en names a language twice."),
        ("fr", "languages: 'fr' is no list of languages. Write for example [en, fr]."),
        ("[]", "languages: [] is no list of languages."),
    ],
)
def test_languages_that_are_none_are_named(languages: str, said: str, tmp_path: Path) -> None:
    config = BILINGUAL["mkdocs.yml"].replace("languages: [en, fr]", f"languages: {languages}")
    folder = write(tmp_path, {**BILINGUAL, "mkdocs.yml": config})
    assert said in run(folder, fails=True)
    assert said in run(folder, str(VISION), "check", fails=True)


def test_a_language_without_words_is_said_to_have_none(tmp_path: Path) -> None:
    config = BILINGUAL["mkdocs.yml"].replace("[en, fr]", "[en, gd]")
    folder = write(tmp_path, {**BILINGUAL, "mkdocs.yml": config})
    assert "no words in Scottish Gaelic (gd) yet" in run(folder)
    assert (folder / "site/gd/goals/fewer-complaints/index.html").is_file()


def test_no_translation_becomes_markup(tmp_path: Path) -> None:
    hostile = "</title><script>alert(1)</script>"
    title = f"title: {{en: Small, fr: '{hostile}'}}\nsummary: {{en: x, fr: '{hostile}\"'}}\n"
    run(write(tmp_path, {**BILINGUAL, "vision/vision.yml": title}))
    for path, page in pages(tmp_path / "site"):
        assert "<script>alert" not in page.text, path


def test_a_folder_for_another_generator_has_every_language(tmp_path: Path) -> None:
    folder = write(tmp_path, BILINGUAL)
    run(folder, str(VISION), "write", "out")
    english, french = (
        (folder / "out" / path).read_text(encoding="utf-8")
        for path in ("kpis/complaints.md", "fr/kpis/complaints.md")
    )
    assert 'title: "Complaints"' in english
    assert 'title: "Plaintes"' in french
    assert '"../../../kpis/complaints.csv"' in french
    assert (folder / "out/kpis/complaints.csv").is_file()
    assert not list((folder / "out/fr").rglob("*.csv"))


def test_a_page_of_ones_own_in_one_language_leads_to_ours_in_the_other(tmp_path: Path) -> None:
    folder = write(tmp_path, {**BILINGUAL, "site_src/goals/index.fr.md": "# Mes objectifs\n"})
    run(folder)
    page = Page(folder / "site/fr/goals/index.html")
    assert "Mes objectifs" in page.text
    assert page.switch == {"en": "../../goals/", "fr": "./"}
    assert page.alternates["x-default"] == f"{HOST}/deep/goals/"


def test_search_listed_last_finds_each_language_too(tmp_path: Path) -> None:
    config = (
        BILINGUAL["mkdocs.yml"].replace("plugins: [search, {", "plugins: [{").replace("}}]", "}}, search]")
    )
    folder = write(tmp_path, {**BILINGUAL, "mkdocs.yml": config + "unheard_of: 1\n"})
    said = run(folder)
    assert said.count("unheard_of") == 2  # MkDocs names it twice in one message
    for path, title in (("", "Fewer complaints"), ("fr/", "Moins de plaintes")):
        index = json.loads((folder / f"site/{path}search/search_index.json").read_text(encoding="utf-8"))
        assert title in {entry["title"] for entry in index["docs"]}


def test_a_translated_page_is_edited_in_its_own_file(tmp_path: Path) -> None:
    config = BILINGUAL["mkdocs.yml"] + "repo_url: https://github.com/o/r\nedit_uri: edit/main/site_src/\n"
    config = config.replace("{name: material,", "{name: material, features: [content.action.edit],")
    folder = write(tmp_path, {**BILINGUAL, "mkdocs.yml": config})
    run(folder)
    edit = "https://github.com/o/r/edit/main/site_src/"
    assert f"{edit}about.fr.md" in Page(folder / "site/fr/about/index.html").links
    assert f"{edit}about.md" in Page(folder / "site/about/index.html").links
    assert f"{edit}contact.md" in Page(folder / "site/fr/contact/index.html").links


def test_another_theme_has_both_languages(tmp_path: Path) -> None:
    config = BILINGUAL["mkdocs.yml"].replace("theme: {name: material, font: false}", "theme: mkdocs")
    folder = write(tmp_path, {**BILINGUAL, "mkdocs.yml": config})
    run(folder, str(MKDOCS), "build")
    french = Page(folder / "site/fr/goals/fewer-complaints/index.html")
    assert "Moins de plaintes" in french.text
    assert french.alternates["en"] == f"{HOST}/deep/goals/fewer-complaints/"


def test_no_message_is_left_in_english_on_a_french_page(site: Path) -> None:
    catalogue = read_po(BytesIO(files("shared_vision").joinpath("locale", "fr.po").read_bytes()))
    whole = {
        entry.id: entry.string
        for entry in catalogue
        if isinstance(entry.id, str) and " " in entry.id and "{" not in entry.id and entry.id != entry.string
    }
    assert len(whole) > 100
    mixed = [
        (path, message)
        for path, page in pages(site)
        if path.parts[0] == "fr"
        for message in whole
        if f">{message}<" in page.text
    ]
    assert mixed == []
