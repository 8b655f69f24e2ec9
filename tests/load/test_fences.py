from shared_vision.load.fences import Fence, split_fences


def test_a_block_is_cut_out_with_the_line_its_text_begins_on() -> None:
    page = "# Us\n\n```vision\nkpi: x\n```\nAfter\n"
    assert split_fences(page) == ("# Us\n\n", Fence(text="kpi: x\n", line=4), "After\n")


def test_a_block_shown_as_an_example_stays_text() -> None:
    page = "````markdown\n```vision\nkpi: x\n```\n````\n"
    assert split_fences(page) == (page,)


def test_other_fences_stay_text() -> None:
    page = "```python\nx = 1\n```\n~~~\n```vision\n~~~\n"
    assert split_fences(page) == (page,)


def test_a_block_left_open_reaches_to_the_end() -> None:
    assert split_fences("```vision\nkpi: x\n") == ("", Fence(text="kpi: x\n", line=2), "")
