from shared_vision.importers.sdg_config import Series
from shared_vision.importers.sdg_names import group_title, series_ids, series_titles, source_key

OLDER = Series(series="Proportion of older persons receiving a pension")
CHILDREN = Series(series="Proportion of children covered by social protection benefits")
LITERACY = Series(breakdown=(("Skill", "Literacy"), ("Geography", "Canada"), ("Age group", "16 to 24 years")))
NUMERACY = Series(breakdown=(("Skill", "Numeracy"), ("Geography", "Canada"), ("Age group", "Total")))


def same(text: str) -> str:
    return text


def test_a_single_series_has_the_id_of_its_indicator() -> None:
    assert series_ids("3-1-1", [Series(unit="Number")], same) == ("3-1-1",)


def test_words_that_all_series_begin_with_are_left_out_of_ids() -> None:
    assert series_ids("1-3-1", [OLDER, CHILDREN], same) == (
        "1-3-1--older-persons-receiving-a-pension",
        "1-3-1--children-covered-by-social-protection-benefits",
    )


def test_every_id_keeps_two_words() -> None:
    shares = [Series(series=f"Proportion with share above {share}%") for share in (10, 25)]
    assert series_ids("3-8-2", shares, same) == ("3-8-2--above-10", "3-8-2--above-25")


def test_what_all_series_share_is_left_out_of_ids_and_titles() -> None:
    both = [LITERACY, NUMERACY]
    assert series_ids("4-6-1", both, same) == ("4-6-1--literacy-16-to-24-years", "4-6-1--numeracy-total")
    assert series_titles("Skills", both, same) == ("Literacy – 16 to 24 years", "Numeracy – Total")


def test_long_ids_that_begin_alike_keep_their_last_word() -> None:
    start = "Children at the end of primary achieving at least a minimum proficiency level in"
    both = [
        Series(series=f"{start} reading"),
        Series(series=f"{start} mathematics"),
        Series(series="Other pupils"),
    ]
    ids = series_ids("4-1-1", both, same)
    assert ids == (
        "4-1-1--children-at-the-end-of-primary-achieving-at-least-reading",
        "4-1-1--children-at-the-end-of-primary-achieving-at-mathematics",
        "4-1-1--other-pupils",
    )
    assert max(map(len, ids)) == 64


def test_ids_that_stay_alike_are_numbered() -> None:
    both = [Series(series="Above 10 %"), Series(series="Above 10 (%)")]
    assert series_ids("1-1-1", both, same) == ("1-1-1--above-10", "1-1-1--above-10-2")


def test_the_key_is_that_of_the_published_results() -> None:
    assert source_key("1-3-1", OLDER, same) == "1-3-1 / Proportion of older persons receiving a pension"
    assert source_key("1-2-1", Series(), same) == "1-2-1"


def test_long_parts_of_the_key_are_cut_evenly() -> None:
    skill = Series(
        breakdown=(
            ("Activity", "Used word processing software"),
            ("Age", "Total, Internet users aged 15 years and over"),
            ("Education", "Total, highest certificate, diploma or degree completed"),
        )
    )
    assert source_key("4-4-1", skill, same) == (
        "4-4-1 / Used word processing software / Total, Internet users aged 15 years ... / "
        "Total, highest certificate, diploma o..."
    )


def test_a_group_is_named_after_what_its_series_share() -> None:
    schools = [
        Series(series="Computers", breakdown=(("Level", level),)) for level in ("Primary", "Secondary")
    ]
    around = [*schools, Series(series="Internet")]
    assert group_title(schools, around, same) == "Computers"
    assert group_title([Series(series="LTE"), Series(series="LTE-A")], around, same) == "LTE, LTE-A"
