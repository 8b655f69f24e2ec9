import re
from datetime import date

from shared_vision.build import Results, work_out
from shared_vision.embed import embed
from shared_vision.model.problem import Place
from shared_vision.model.settings import Settings
from shared_vision.read import read
from small_vision import SMALL

PAGE = Place(path="site_src/about.md", line=3)


def results() -> Results:
    document = read(
        {path: text.encode() for path, text in SMALL.items() if path.startswith(("vision", "kpi"))}
    )
    return work_out(document, date(2026, 6, 15), Settings())


def test_a_block_becomes_a_placeholder_and_a_piece() -> None:
    made = embed("# Us\n```vision\nkpi: complaints\nshow: chart\n```\nAfter\n", PAGE, "about", results())
    assert made.problems == ()
    assert made.markdown == '# Us\n\n<div data-vision-block="0"></div>\n\nAfter\n'
    assert "<svg" in made.pieces['<div data-vision-block="0"></div>']


def test_a_chart_shown_twice_has_its_own_ids() -> None:
    block = "```vision\nkpi: complaints\nshow: chart\n```\n"
    pieces = "".join(embed(block * 2, PAGE, "about", results()).pieces.values())
    ids = re.findall(r'\bid="([^"]+)"', pieces)
    assert len(ids) == len(set(ids)) >= 4
    for names in re.findall(r'aria-labelledby="([^"]+)"', pieces):
        assert set(names.split()) <= set(ids)


def test_a_wrong_block_is_a_problem_in_the_page_and_a_card() -> None:
    made = embed("# Us\n```vision\nkpi: complaint\n```\n", PAGE, "about", results())
    (problem,) = made.problems
    assert str(problem) == (
        "site_src/about.md:5: error unknown-record: kpi: There is no KPI complaint. Did you mean complaints?"
    )
    assert "There is no KPI complaint." in "".join(made.pieces.values())


def test_a_block_that_is_no_yaml_is_one_problem() -> None:
    made = embed("```vision\nkpi: [a\n```\n", PAGE, "about", results())
    assert len(made.problems) == 1
    assert made.problems[0].place.path == "site_src/about.md"
