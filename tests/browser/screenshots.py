"""Take pictures of the example's main pages, wide and narrow, light and dark: `make screenshots`."""

import functools
import http.server
import sys
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

from browser.conftest import CHROMIUM, FLAGS, Quiet

PAGES = {
    "home": "",
    "progress": "progress/",
    "map": "map/",
    "timeline": "timeline/",
    "goals": "goals/",
    "goal": "goals/staff-who-stay/",
    "kpis": "kpis/",
    "kpi": "kpis/complaints-per-1000/",
    "decision": "decisions/same-day-callback/",
    "partner": "partners/northgate/",
}


def main(site: Path, folder: Path) -> None:
    """Serve the site and write `<page>-<width>-<palette>.png` for each page into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as driver:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for width in (1440, 390):
            for palette in ("light", "dark"):
                context = browser.new_context(
                    viewport={"width": width, "height": 900},
                    color_scheme="light" if palette == "light" else "dark",
                )
                page = context.new_page()
                for name, path in PAGES.items():
                    page.goto(f"http://127.0.0.1:{server.server_port}/{path}")
                    page.evaluate("document.fonts.ready.then(() => {})")
                    page.screenshot(path=folder / f"{name}-{width}-{palette}.png", full_page=True)
                context.close()
        server.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
