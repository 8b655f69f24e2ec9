"""Every kind of page, narrow and wide, light and dark."""

from pathlib import Path
from typing import Any

import pytest

from browser.conftest import Visit

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

MATERIALS_OWN = {
    "aria-allowed-role": "its navigation drawer",
    "region": "its skip link and announcements",
    "landmark-unique": "its two navigations have one name",
    "scrollable-region-focusable": "its table of contents",
    "nested-interactive": "its palette's labels",
    "label-title-only": "its palette's inputs have titles alone",
    "landmark-complementary-is-top-level": "its sidebars",
    "color-contrast": "its search field's placeholder",
    "aria-dialog-name": "its search",
}
"""Rules that the theme's own parts break; in ours they hold."""
LOOKS = [(width, scheme) for width in (1440, 390) for scheme in ("light", "dark")]
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """() => [...document.querySelectorAll('.sv *')].filter((part) =>
    [...part.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()) &&
    part.checkVisibility() && parseFloat(getComputedStyle(part).fontSize) < 12).map((part) =>
    part.outerHTML.slice(0, 80))"""
SHIFTED = """() => new Promise((done) => { const charts = [];
    const grew = ({ node, previousRect, currentRect }) =>
        previousRect.height !== currentRect.height && node?.closest?.('.sv-plot');
    new PerformanceObserver((list) => { for (const entry of list.getEntries())
        charts.push(...entry.sources.filter(grew).map(({ node }) => node.outerHTML.slice(0, 80))); })
        .observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => done(charts))); })"""
MARKED = """(part) => [...part.querySelectorAll('.sv-chip, .sv-kpis tbody td:nth-child(2)')]
    .filter((state) => getComputedStyle(state, '::before').content !== 'none' ||
    getComputedStyle(state).color !== getComputedStyle(part.querySelector('.sv-quiet')).color)
    .map((state) => state.textContent)"""
OURS = "(targets) => targets.map((one) => !!document.querySelector(one)?.closest('.sv'))"


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_pages_are_for_everyone(visit: Visit, kinds: list[str], width: int, scheme: str) -> None:
    checker, wrong = axe.Axe(), {}
    for path in kinds:
        with visit(path, width, color_scheme=scheme) as page:
            found = {
                "titles": page.locator("h1").count() - 1,
                "small words": page.evaluate(SMALL),
                "charts that shift": page.evaluate(SHIFTED),
                "wider than the screen": page.evaluate(OVERFLOW),
                "in the way": _in_the_way(page, checker),
            }
            if width == 390:  # a small phone, and a laptop zoomed in to 200 %
                for other in (320, 720):
                    page.set_viewport_size({"width": other, "height": 900})
                    found[f"wider than {other}"] = page.evaluate(OVERFLOW)
            if problems := {what: many for what, many in found.items() if many}:
                wrong[path] = problems
    assert wrong == {}


def _in_the_way(page: Any, checker: Any) -> list[tuple[str, str]]:
    """What the rules of axe say of our parts, and of the theme's beyond what is known of it."""
    found = []
    for broken in checker.run(page).response["violations"]:
        nodes = broken["nodes"]
        ours = page.evaluate(OURS, [str(node["target"][0]) for node in nodes])
        found += [
            (broken["id"], node["html"][:160])
            for node, own in zip(nodes, ours, strict=True)
            if own or broken["id"] not in MATERIALS_OWN
        ]
    return found


def test_a_partners_page_says_how_things_stand_in_words_alone(visit: Visit, site: Path) -> None:
    names = {page.parent.name for page in site.glob("partners/*/index.html")} - {"matrix"}
    assert len(names) == 7
    for name in sorted(names):
        with visit(f"partners/{name}/") as page:
            assert page.locator(".sv-chip").count(), name
            assert page.locator(".sv-partner-page").evaluate(MARKED) == [], name


def test_everything_can_be_read_without_scripts(visit: Visit, kinds: list[str]) -> None:
    for path in kinds:
        with visit(path, java_script_enabled=False) as page:
            hidden = page.locator(".sv [hidden]").all()
            assert all(part.evaluate("(part) => !!part.closest('form, fieldset, button')") for part in hidden)
            assert page.locator("h1").is_visible(), path


def test_pages_stay_light(site: Path) -> None:
    pages = sorted(site.glob("kpis/*/index.html"))
    heavy = {page.parent.name: size for page in pages if (size := _own_size(page)) >= 60_000}
    assert heavy == {}
    assert len((site / "assets/shared-vision/vision.css").read_bytes()) < 30_000
    assert len((site / "assets/shared-vision/vision.js").read_bytes()) < 12_000


def _own_size(page: Path) -> int:
    html = page.read_text(encoding="utf-8")
    start = html.index('<div class="sv ')
    return len(html[start : html.index("</article>", start)].encode())
