"""The site's own policy for its pages: whatever they do for a reader, they do within it."""

import re
from pathlib import Path
from typing import Any

import pytest

from browser.watching import wait_until

HEARD = """window.__heard = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    window.__heard.push(`${violatedDirective} ${blockedURI} ${sample}`));"""
PALETTE = """() => [...document.querySelectorAll('form[data-md-component=palette] label')]
    .find((label) => !label.hidden)?.click()"""
FOUND = """() => {
    document.querySelector('[data-md-component=search-query]').dispatchEvent(new Event('keyup'));
    return !!document.querySelector('.md-search-result__item');
}"""
"""Whether the search has found something; it is asked again, as it takes a while until it listens."""
_POLICY = re.compile(r'<meta http-equiv="?content-security-policy', re.IGNORECASE)


@pytest.fixture(scope="session")
def policy(site: Path) -> str:
    """The policy that the home page states."""
    found = re.search(
        r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', _read(site / "index.html")
    )
    if not found:
        pytest.skip("the pages state no Content-Security-Policy")
    return found[1]


def test_every_page_states_a_policy_before_it_loads_anything(site: Path, policy: str) -> None:
    assert "'unsafe-eval'" not in policy
    assert not re.search(r"script-src[^;]*'unsafe-inline'", policy)
    without = []
    for page in site.rglob("*.html"):
        html = _read(page)
        stated, loads = _POLICY.search(html), re.search(r"<(?:script|link|style|img)\b", html)
        if not stated or (loads and loads.start() < stated.start()):
            without.append(page.relative_to(site).as_posix())
    assert without == []


@pytest.mark.usefixtures("policy")
def test_no_page_breaks_the_policy_while_it_is_used(browser: Any, address: str, kinds: list[str]) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script(HEARD)
    page, told = context.new_page(), dict[str, list[str]]()
    said: list[str] = []
    page.on("console", lambda one: said.append(one.text) if "Content Security Policy" in one.text else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in kinds[::2]:  # the static test sees to it that all have the same policy
        page.goto(address + path)
        _use(page)
        if found := [*page.evaluate("window.__heard"), *said]:
            told[path] = found[:5]
        said.clear()
    context.close()
    assert told == {}


@pytest.mark.usefixtures("policy")
def test_what_is_not_in_the_policy_does_not_run(browser: Any, address: str) -> None:
    context = browser.new_context()
    context.add_init_script(HEARD)
    page = context.new_page()
    page.goto(address)
    page.evaluate(
        "document.querySelector('article').insertAdjacentHTML('beforeend',"
        '\'<img src="nowhere.png" onerror="window.__ran = 1"><img src="https://pictures.invalid/x.png">\')'
    )
    wait_until(page, "window.__heard.length >= 2")
    assert page.evaluate("window.__ran") is None
    context.close()


def _use(page: Any) -> None:
    """Switch the palette, search, open menus and what is folded, point at charts, save one as a picture."""
    page.evaluate(PALETTE)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    for part in page.locator(".sv-plot").all()[:2]:
        if part.is_visible():
            part.hover(force=True)
    for button in page.locator("article thead button, [data-png]").all()[:3]:
        if button.is_visible():
            button.evaluate("(one) => one.click()")
    for select in page.locator("article select").all()[:1]:
        if select.is_visible():
            select.select_option(index=1)
    query = page.locator("[data-md-component=search-query]")
    if query.count():
        query.evaluate("(field) => field.focus()")
        query.fill("2026")  # in every language
        wait_until(page, FOUND)
        page.keyboard.press("Escape")
    drawer = page.locator("label[for=__drawer]")
    if drawer.count():
        drawer.first.evaluate("(one) => one.click()")
    page.wait_for_timeout(50)


def _read(page: Path) -> str:
    return page.read_text(encoding="utf-8")
