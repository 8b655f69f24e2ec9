"""Try every payload in every place: `PYTHONPATH=tests python tests/browser/try_payloads.py [visions]`.

The tests open every page once; this opens every file of more visions, in which the payloads stand in other
orders, with all scripts of the theme, and prints what it did.
"""

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from browser.conftest import CHROMIUM, FLAGS
from browser.hostile_project import build_vision, write_vision
from browser.hostile_reading import Tally, files_of, follow, kinds_of, open_all, search, seen_unescaped, use
from browser.inert import faults
from browser.payloads import PAYLOADS, WRITABLE
from browser.watching import Watcher, serving

STEP = 41


def main(visions: int) -> int:
    """Make so many visions one after the other; the number of things that are wrong."""
    wrong = 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        wrong += _control(browser, Path(folder))
        for number in range(visions):
            wrong += _vision(browser, Path(folder) / str(number), number)
        browser.close()
    say(f"{wrong} wrong")
    return min(wrong, 1)


def say(line: str) -> None:
    """Tell at once how far it is."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _control(browser: Any, folder: Path) -> int:
    with _watching(browser, folder) as watcher:
        seen = {one.name: seen_unescaped(watcher, folder, one) for one in PAYLOADS}
    counts = Counter(seen.values())
    say(f"nothing escaped: of {len(PAYLOADS)} payloads {counts['ran']} ran, {counts['noticed']} were noticed")
    for name, what in seen.items():
        if what != "ran":
            say(f"  {what or 'NOT SEEN'}: {name}")
    return counts[""]


def _vision(browser: Any, root: Path, number: int) -> int:
    root.mkdir()
    begun, tally = time.monotonic(), Tally()
    texts = write_vision(root, WRITABLE, number * STEP % len(WRITABLE))
    site = build_vision(root)
    paths = files_of(site)
    with _watching(browser, site) as watcher:
        open_all(watcher, paths, tally)
        search(watcher, tally)
        follow(watcher, tally)
        for path in kinds_of(site):
            use(watcher, path, tally)
    for path in paths:
        tally.note(f"{path} (read)", list(faults(site / path)))
    fields, places = len(texts.seen), sum(map(len, texts.seen.values()))
    say(
        f"vision {number}: {fields} fields, {places} times a payload in a field; {tally.files} files "
        f"opened, events on {tally.elements} elements, {tally.hovered} hovered or focused, "
        f"{tally.clicked} clicked, "
        f"{tally.results} results of searches; {time.monotonic() - begun:.0f} s; {len(tally.wrong)} wrong"
    )
    for path, told in tally.wrong.items():
        say(f"  {path}: {told}")
    return len(tally.wrong)


@contextmanager
def _watching(browser: Any, folder: Path) -> Iterator[Watcher]:
    with serving(folder) as address:
        watcher = Watcher(browser, address)
        yield watcher
        watcher.close()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 4))
