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
}
"""Rules that the theme's own parts break; in ours they hold."""
LOOKS = [(width, scheme) for width in (1440, 390) for scheme in ("light", "dark")]
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """() => [...document.querySelectorAll('.sv *')].filter((part) =>
    [...part.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()) &&
    part.checkVisibility() && parseFloat(getComputedStyle(part).fontSize) < 12).map((part) =>
    part.outerHTML.slice(0, 80))"""
SHIFT = """() => new Promise((done) => { let sum = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
        .observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => done(sum))); })"""


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_pages_fit_and_read_well(visit: Visit, kinds: list[str], width: int, scheme: str) -> None:
    for path in kinds:
        with visit(path, width, color_scheme=scheme) as page:
            assert page.evaluate(OVERFLOW) <= 0, path
            assert page.locator("h1").count() == 1, path
            assert page.evaluate(SMALL) == [], path
            assert page.evaluate(SHIFT) < 0.05, path


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_nothing_is_in_the_way_of_anyone(visit: Visit, kinds: list[str], width: int, scheme: str) -> None:
    checker, found = axe.Axe(), {}
    for path in kinds:
        with visit(path, width, color_scheme=scheme) as page:
            for broken in checker.run(page).response["violations"]:
                ours = [node for node in broken["nodes"] if _ours(page, node)]
                if ours or broken["id"] not in MATERIALS_OWN:
                    nodes = ours or broken["nodes"]
                    found[path, broken["id"]] = [node["html"][:200] for node in nodes[:3]]
    assert found == {}


def _ours(page: Any, node: dict[str, Any]) -> bool:
    target = node["target"][0]
    return bool(page.evaluate("(one) => !!document.querySelector(one)?.closest('.sv')", target))


@pytest.mark.parametrize("width", [320, 195])
def test_nothing_scrolls_sideways_on_a_small_phone_or_zoomed_in(
    visit: Visit, kinds: list[str], width: int
) -> None:
    for path in kinds:
        with visit(path, width) as page:
            assert page.evaluate(OVERFLOW) <= 0, path


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
