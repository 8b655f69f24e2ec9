"""Opens a file in the browser, does to it what a reader can do, tells what ran or left this machine."""

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from browser.conftest import Quiet

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

TRAP = """Object.defineProperty(window, '__ran', {
    set: (number) => { console.error('RAN ' + number); }, get: () => undefined });"""
"""Tells every number that something sets, also in frames."""
TOUCH = """async () => {
    const types = ['pointerover', 'pointerenter', 'pointermove', 'pointerdown', 'pointerup', 'mouseover',
        'mouseenter', 'mousemove', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu',
        'focus', 'focusin', 'blur', 'keydown', 'keyup', 'input', 'toggle', 'beforetoggle', 'animationstart',
        'animationend', 'transitionend', 'wheel', 'touchstart', 'copy', 'scroll', 'pageshow', 'begin'];
    const ways = (part) =>
        [part.href?.baseVal ?? part.href, part.getAttribute('formaction'), part.form?.action];
    const leads = (part) => ways(part).some((address) => /^javascript:(?!void)/i.test(address ?? ''));
    const stay = (event) => {
        const link = event.target.closest?.('a, area, button, input, label');
        if (link && !leads(link)) event.preventDefault();
    };
    addEventListener('click', stay, true);
    const all = [...document.querySelectorAll('*')];
    for (const part of all) {
        for (const type of types) part.dispatchEvent(new MouseEvent(type, { cancelable: true }));
        if (part.localName === 'details') part.open = true;
    }
    removeEventListener('click', stay, true);
    await new Promise((done) => setTimeout(done));
    return all.length;
}"""
"""Every event on every element, without going anywhere but to addresses that run something."""
LOOK = """() => {
    const found = [];
    const bad = /^(javascript|vbscript|data(?!:image\\/png;base64,)|file|blob):/i;
    const own = new Set(['javascript:void(0)', 'data:,']);
    for (const part of document.querySelectorAll('*')) {
        for (const { name, value } of part.attributes) {
            if (/^on/i.test(name)) found.push(`${part.localName} ${name}=${value}`);
        }
        for (const key of ['href', 'src', 'action', 'formAction', 'data']) {
            const given = part.getAttribute?.(key.toLowerCase()) ?? part.getAttribute?.('xlink:' + key);
            const address = (given ?? null) === null ? '' : part[key]?.baseVal ?? part[key] ?? '';
            if (!bad.test(String(address).trim()) || own.has(given)) continue;
            found.push(`${part.localName} ${key}=${given}`);
        }
    }
    for (const part of document.querySelectorAll('iframe, object, embed, base, applet, foreignObject')) {
        found.push(part.outerHTML.slice(0, 120));
    }
    for (const part of document.querySelectorAll('meta[http-equiv]')) {
        if (!/^(content-security-policy|x-ua-compatible)$/i.test(part.httpEquiv)) found.push(part.outerHTML);
    }
    return found;
}"""
"""What the browser itself takes for a handler, or for an address that runs something."""


def wait_until(page: Any, holds: str) -> None:
    """Ask a page again and again; Playwright's own way of waiting is held up by a policy without `eval`."""
    for _ in range(200):
        if page.evaluate(holds):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{page.url}: {holds}")


class _Handler(Quiet):
    """Serves files; with `bare`, nothing in place of the theme's scripts, which are most of a page's work."""

    def __init__(self, *arguments: Any, bare: bool, **options: Any) -> None:
        self._bare = bare
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:  # noqa: N802 (its name in the standard library)
        if self._bare and "/assets/javascripts/" in self.path:
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing of a page that was left before it was there."""


@contextmanager
def serving(folder: Path, *, bare: bool = False) -> Iterator[str]:
    """A folder served on loopback; its address."""
    handler = functools.partial(_Handler, directory=str(folder), bare=bare)
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class Watcher:
    """One tab of a browser that sees all that goes on in it; `told` has what should not."""

    def __init__(self, browser: Any, address: str) -> None:
        self._address = address
        self._context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
        self._context.set_default_timeout(20_000)
        self._context.add_init_script(TRAP)
        self._context.on("request", lambda sent: self._asked(sent.url))
        self._context.on("page", self._attend)
        self.told: list[str] = []
        self.elements = 0
        self.downloads = 0
        self.page = self._context.new_page()

    def _attend(self, page: Any) -> None:
        if self._context.pages.index(page):
            self.told.append(f"another tab: {page.url}")
        page.on("console", self._said)
        page.on("dialog", self._dialog)
        page.on("pageerror", lambda error: self.told.append(f"error: {error}"))
        page.on("download", lambda _: None)

    def _asked(self, url: str) -> None:
        if not url.startswith((self._address, "data:", f"blob:{self._address}")):
            self.told.append(f"asked for {url}")

    def _said(self, message: Any) -> None:
        if message.text.startswith("RAN ") or "Content Security Policy" in message.text:
            self.told.append(message.text)

    def _dialog(self, dialog: Any) -> None:
        self.told.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def go(self, path: str) -> Any:
        """The page at a path, just opened."""
        self.told.clear()
        self.page.goto(self._address + path)
        return self.page

    def open(self, path: str) -> list[str]:
        """Open a file and touch everything in it; what is wrong with that."""
        self.told.clear()
        url = self._address + path
        try:
            self.page.goto(url)
        except playwright.Error as error:
            if "Download is starting" not in str(error):
                raise
            self.downloads += 1
            return list(self.told)
        try:
            self.told += self.page.evaluate(LOOK)
            self.elements += self.page.evaluate(TOUCH)
            self.told += self.page.evaluate(LOOK)
        except playwright.Error as error:  # the page is no more
            self.told.append(f"went away: {str(error)[:80]}")
            return list(dict.fromkeys(self.told))
        if self.page.url.partition("#")[0].partition("?")[0] != url.partition("?")[0]:
            self.told.append(f"went to {self.page.url}")
        return list(dict.fromkeys(self.told))

    def close(self) -> None:
        """Close the tab."""
        self._context.close()
