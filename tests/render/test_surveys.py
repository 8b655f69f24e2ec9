"""The page of a survey, whose counts are readable as a picture and as words."""

import re
from collections.abc import Callable, Mapping

from render.telling import words
from shared_vision.model.site import Page

Rendered = Callable[..., Mapping[str, Page]]
ROWS = "partner,q1,q2\n" + "".join(
    f"northgate,{one},{other}\n" for one, other in ((5, 1), (5, 2), (4, 1), (4, 2), (4, 1), (2, 4)) * 4
)
ASKED = {
    "vision/surveys/spring.yml": (
        "title: Spring\ndate: 2026-04-01\ninvited: {northgate: 30}\nfile: surveys/spring.csv\nscale: [1, 5]\n"
        "questions:\n  - {column: q1, text: We share openly., theme: openness}\n"
        "  - {column: q2, text: I feel unheard., theme: openness, reversed: true}\n"
    ),
    "kpi_data/surveys/spring.csv": ROWS,
}


def test_a_question_says_beside_each_shade_how_many_gave_which_answer(rendered: Rendered) -> None:
    html = rendered(ASKED)["surveys/spring"].html
    assert (
        "By question Beside each shade stands an answer, from 1 to 5, and how many gave it; "
        "the stronger the colour, the better. Openness We share openly."
    ) in words(html)
    question = html.partition("We share openly.")[2].partition("</li>")[0]
    shades = re.findall(r"--sv-status:(color-mix[^;\"]+)", question)
    assert shades[: len(shades) // 2] == shades[len(shades) // 2 :]
    assert len(set(shades)) == len(shades) // 2 > 1


def test_the_better_end_of_a_reversed_question_has_the_stronger_colour(rendered: Rendered) -> None:
    html = rendered(ASKED)["surveys/spring"].html
    strengths = {
        text: [int(share) for share in re.findall(r"--sv-accent\) (\d+)%", rest.partition("</li>")[0])]
        for text in ("We share openly.", "I feel unheard.")
        for rest in [html.partition(text)[2]]
    }
    assert strengths["We share openly."][0] < strengths["We share openly."][-1]
    assert strengths["I feel unheard."][0] > strengths["I feel unheard."][-1]
