"""The example vision's site in a real browser: skipped, with the reason, where there is none."""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
Visit = Callable[..., AbstractContextManager[Any]]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, built once for each worker."""
    folder = tmp_path_factory.mktemp("site") / "site"
    vision = Path(sys.executable).parent / "vision"
    kept = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    subprocess.run(
        [vision, "build", "--site-dir", folder],
        cwd=ROOT,
        env={**kept, "NO_MKDOCS_2_WARNING": "1"},
        check=True,
        capture_output=True,
    )
    return folder


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, on loopback."""
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One browser for each worker."""
    if not CHROMIUM:
        pytest.skip("no Chromium here: apt-get install chromium")
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def visit(browser: Any, address: str) -> Visit:
    """A page of the site, opened; when it is left, it must have had nothing to complain about."""

    @contextmanager
    def open_page(path: str = "", width: int = 1440, **options: Any) -> Iterator[Any]:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        page, wrong = context.new_page(), []
        page.on(
            "console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None
        )
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "response", lambda got: wrong.append(f"{got.status} {got.url}") if got.status >= 400 else None
        )
        own = (address, "data:", "blob:")
        page.on("request", lambda sent: None if sent.url.startswith(own) else wrong.append(sent.url))
        page.set_default_timeout(10_000)
        page.goto(address + path)
        page.evaluate("document.fonts.ready.then(() => {})")
        yield page
        context.close()
        assert wrong == []

    return open_page


@pytest.fixture(scope="session")
def kinds(site: Path) -> list[str]:
    """One page of each kind that there is, by the class of its outermost part; those written by hand, too."""
    found: dict[str, str] = {}
    for file in sorted(site.rglob("*.html")):
        html = file.read_text(encoding="utf-8")
        start = html.find('<div class="sv sv-')
        path = file.relative_to(site).as_posix().removesuffix("index.html")
        alone = "embed" if "embed" in path else path
        kind = html[start + 15 :].partition('"')[0] if start >= 0 else alone
        if not path.startswith("fr/") or kind in _LONG_WORDS:
            found.setdefault(f"fr {kind}" if path.startswith("fr/") else kind, path)
    return list(found.values())


_LONG_WORDS = {"home-page", "kpi-page", "sheet-page"}
"""The kinds that are looked at in another language, too, whose words need more room."""
