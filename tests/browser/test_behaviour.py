"""What happens when a reader clicks, types and switches."""

from browser.conftest import Visit

CURVE = "getComputedStyle(document.querySelector('.sv-curve')).stroke"
PALETTE = """() => [...document.querySelectorAll('form[data-md-component=palette] label')]
    .find((label) => !label.hidden).click()"""


def test_charts_follow_the_palette(visit: Visit) -> None:
    with visit("kpis/complaints-per-1000/", color_scheme="light") as page:
        light = page.evaluate(CURVE)
        page.evaluate(PALETTE)
        page.evaluate(PALETTE)
        page.wait_for_function(f"{CURVE} !== '{light}'")


def test_the_language_switch_leads_to_the_same_page(visit: Visit, address: str) -> None:
    with visit("goals/fewer-complaints/") as page:
        page.locator(".md-header a[hreflang=fr]").evaluate("(link) => link.click()")
        page.wait_for_url(f"{address}fr/goals/fewer-complaints/")
        assert page.locator("html").get_attribute("lang") == "fr"


def test_filters_live_in_the_address(visit: Visit) -> None:
    with visit("kpis/?status=at-risk") as page:
        page.wait_for_function("document.querySelector('[name=status]')?.value === 'at-risk'")
        shown = page.locator("#sv-kpi-list tbody tr:visible")
        assert shown.count() == page.locator("#sv-kpi-list tbody tr.sv-is-at-risk").count() > 0
        page.locator(".sv-filters button").click()
        assert "status" not in page.url
        assert shown.count() == page.locator("#sv-kpi-list tbody tr").count()


def test_filters_work_after_instant_navigation_and_by_keyboard(visit: Visit, address: str) -> None:
    with visit("goals/") as page:
        page.locator(".md-tabs__link", has_text="KPIs").click()
        page.wait_for_url(f"{address}kpis/")
        page.wait_for_function("document.querySelector('.sv-filters:not([hidden])')")
        page.locator("[name=status]").focus()
        page.keyboard.type("At")
        page.keyboard.press("Enter")
        page.wait_for_function("location.search.includes('status=at-risk')")


def test_a_chart_is_taken_along_as_a_picture(visit: Visit) -> None:
    with visit("kpis/complaints-per-1000/") as page:
        with page.expect_download() as download:
            page.locator("[data-png]").click()
        assert download.value.suggested_filename == "complaints-per-1000.png"
        assert download.value.path().read_bytes().startswith(b"\x89PNG")


def test_a_framed_chart_follows_the_device(visit: Visit) -> None:
    with visit("embed/complaints-per-1000/", color_scheme="dark") as page:
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(16, 22, 28)"


def test_the_board_gets_one_sheet_of_paper(visit: Visit) -> None:
    for form in ("A4", "Letter"):
        with visit("print/") as page:
            paper = page.pdf(format=form)
            assert paper.count(b"/Type /Page\n") == 1, form


def test_dark_screens_print_light(visit: Visit) -> None:
    with visit("kpis/complaints-per-1000/", color_scheme="dark") as page:
        page.emulate_media(media="print", color_scheme="dark")
        assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--sv-paper')") == "#fbfaf6"
        assert not page.locator(".md-header").is_visible()
