"""What happens when a reader clicks, types and switches."""

from typing import Any

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


def test_the_value_under_the_pointer_is_told(visit: Visit) -> None:
    with visit("kpis/complaints-per-1000/") as page:
        chart = page.locator(".sv-plot").first.bounding_box()
        page.mouse.move(chart["x"] + 0.4 * chart["width"], chart["y"] + 150)
        assert page.locator(".sv-tip").inner_text() == "Aug\u00a02025: 36.18"
        page.mouse.move(0, 0)
        page.wait_for_function("!document.querySelector('.sv-tip')")


def test_values_are_reached_with_the_keyboard(visit: Visit) -> None:
    with visit("kpis/complaints-per-1000/") as page:
        tip, said = page.locator(".sv-tip"), []
        page.locator(".sv-plot").first.focus()
        for key in ("End", "ArrowLeft", "Home"):
            page.keyboard.press(key)
            said.append(tip.inner_text())
        assert said == [
            "Oct\u00a02026: 24.78 complaints per 1,000",
            "Sep\u00a02026: 24.85",
            "Nov\u00a02023: 43.9",
        ]
        page.keyboard.press("Escape")
        assert tip.count() == 0


def test_a_mark_and_its_line_light_up_together(visit: Visit) -> None:
    with visit("kpis/complaints-per-1000/") as page:
        page.locator(".sv-marks > li").nth(4).hover()
        assert page.locator(".sv-mark-dots .sv-on").count() == 1
        page.evaluate("scrollTo(0, 0)")
        place = page.locator(".sv-mark-dots circle").nth(2).bounding_box()
        page.mouse.move(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
        assert page.locator(".sv-marks > li.sv-on").inner_text().startswith("3")


def test_a_finger_shows_a_value_too(browser: Any, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(f"{address}kpis/complaints-per-1000/")
    page.locator(".sv-plot").first.scroll_into_view_if_needed()
    chart = page.locator(".sv-plot").first.bounding_box()
    page.touchscreen.tap(chart["x"] + 0.5 * chart["width"], chart["y"] + 120)
    assert ":" in page.locator(".sv-tip").inner_text()
    context.close()


def test_tables_are_sorted_and_the_address_keeps_it(visit: Visit) -> None:
    with visit("kpis/") as page:
        first, head = page.locator(".sv-kpis tbody th a").first, page.locator(".sv-kpis thead th").first
        needy, seen = first.inner_text(), []
        for _ in range(3):
            head.locator("button").click()
            seen.append((first.inner_text(), head.get_attribute("aria-sort"), page.url.partition("?")[2]))
        assert seen == [
            ("Answered at the first contact", "ascending", "sort=1"),
            ("Waiting time on the phone", "descending", "sort=-1"),
            (needy, None, ""),
        ]


def test_the_standing_leads_to_the_list_of_what_it_counts(visit: Visit) -> None:
    with visit() as page:
        page.locator(".sv-legend a", has_text="at risk").click()
        page.wait_for_function("document.querySelector('[name=status]')?.value === 'at-risk'")
        assert page.locator(".sv-filters output").inner_text() == "4 of 27 shown"


def test_a_table_of_partners_is_a_card_each_on_a_phone_and_no_ranking_on_a_screen(visit: Visit) -> None:
    with visit("ideas/") as page:
        table = page.locator("#contributions table")
        assert table.locator("thead").is_visible()
        assert table.locator("button").count() == 0
    with visit("ideas/", 390) as page:
        row = page.locator("#contributions tbody tr").first
        assert not page.locator("#contributions thead").is_visible()
        assert row.locator("th").bounding_box()["width"] > 300
        label = "(cell) => getComputedStyle(cell, '::before').content"
        assert row.locator("td").first.evaluate(label) == '"Ideas "'


def test_a_filter_opens_the_months_that_it_leaves_something_in(visit: Visit) -> None:
    with visit("updates/") as page:
        months = page.locator("#sv-update-list details")
        assert [month.get_attribute("open") is not None for month in months.all()][:3] == [True, True, False]
        page.locator("[name=partner]").select_option("northgate")
        told = page.locator("#sv-update-list li:visible")
        assert told.count() == page.locator("#sv-update-list [data-partner=northgate]").count() > 6
        page.locator("[name=goal]").select_option("shorter-waits")
        assert 0 < told.count() == page.locator("[data-partner=northgate][data-goal~=shorter-waits]").count()


def test_the_months_of_the_numbers_stand_beneath_those_of_confidence(visit: Visit) -> None:
    ends = "(part) => { const box = part.getBoundingClientRect(); return [box.left, box.right]; }"
    for width in (1440, 390):
        with visit("goals/answers-first-time/", width) as page:
            plot = page.locator("[aria-labelledby^=sv_sure] > svg").evaluate(ends)
            strips = page.locator(".sv-rows .sv-months").all()
            assert len(strips) == 4
            for strip in strips:
                apart = [abs(one - other) for one, other in zip(plot, strip.evaluate(ends), strict=True)]
                assert max(apart) <= 1.5, (width, apart)


def test_a_heading_goes_with_what_is_beneath_it(visit: Visit) -> None:
    with visit("ideas/") as page:
        heading = page.locator("#sv-idea-list h2", has_text="Waiting for an answer")
        assert heading.is_visible()
        page.locator("[name=status]").select_option("adopted")
        assert not heading.is_visible()


def test_pages_about_partners_are_no_wider_than_a_small_phone_when_all_is_unfolded(visit: Visit) -> None:
    wide = {}
    for path in ("ideas/", "updates/", "todo/", "partnership/", "partners/northgate/", "fr/partnership/"):
        with visit(path, 390) as page:
            page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
            for width in (390, 320):
                page.set_viewport_size({"width": width, "height": 900})
                wide[path, width] = page.evaluate(
                    "Math.max(...[document.documentElement, ...document.querySelectorAll('.sv-scroll')]"
                    ".map((part) => part.scrollWidth - part.clientWidth))"
                )
    assert {where: many for where, many in wide.items() if many > 0} == {}
