from textwrap import dedent

import yaml

from shared_vision.importers.imported import Imported, LeftOut
from shared_vision.importers.open_sdg import import_open_sdg
from shared_vision.read import read


def sources(**more: str) -> dict[str, bytes]:
    files = {
        "translations/en/global_goals.yml": "1-title: End poverty everywhere\n1-short: No poverty\n",
        "translations/en/global_targets.yml": "1-1-title: Fewer poor\n1-2-title: Fewer poor children\n",
        "translations/en/global_indicators.yml": "1-1-1-title: Poor people\n1-2-1-title: Poor children\n",
        "translations/en/frontpage.yml": dedent("""\
            intro_title: Our data
            intro_body: See <a href="https://x.example">the goals</a>.
            """),
        "translations/en/data.yml": "_Rural: Rural\n",
        "translations/fr/global_goals.yml": "1-short: Pas de pauvreté\n",
        "translations/fr/global_indicators.yml": "1-2-1-title: Enfants pauvres\n",
        "translations/fr/data.yml": "_Rural: Campagne\nCities: Villes\nPercent: Pour cent\n",
        "indicator-config/1-1-1.yml": dedent("""\
            auto_progress_calculation: true
            computation_units: Percent
            indicator_name: global_indicators.1-1-1-title
            progress_calculation_options:
            - target: 7.25
              base_year: 2014
              target_year: 2025
            """),
        "indicator-config/1-2-1.yml": dedent("""\
            auto_progress_calculation: true
            progress_status: deterioration
            progress_calculation_options:
            - direction: positive
              series: Towns
              limit: 100
              progress_thresholds: {high: 1}
            - group:
              - series: Places
                disaggregation: [{field: Area, value: _Rural}]
              - series: Places
                disaggregation: [{field: Area, value: Cities}]
              - series: Places
                disaggregation: [{field: Area, value: Cities}]
            """),
        "data/indicator_1-1-1.csv": "Year,Value\n2015/2016,3\n2016/2017,2\n",
        "data/indicator_1-2-1.csv": dedent("""\
            Year,Series,Area,Value
            2015,Towns,,1
            2015,Places,_Rural,2
            2015,Places,Cities,3
            """),
    }
    return {path: text.encode() for path, text in {**files, **more}.items()}


def records(imported: Imported, folder: str) -> dict[str, object]:
    start = f"vision/{folder}/"
    return {
        path.removeprefix(start).removesuffix(".yml"): yaml.load(content, Loader=yaml.CBaseLoader)  # noqa: S506 - it makes texts only
        for path, content in imported.files.items()
        if path.startswith(start)
    }


def reasons(imported: Imported, path: str) -> list[tuple[str, str]]:
    return [(left.what, left.reason) for left in imported.left_out if left.path == path]


def test_what_was_imported_is_a_vision_without_problems() -> None:
    document = read(import_open_sdg(sources()).files)
    assert document.problems == ()
    assert (document.vision.title, document.vision.body) == (
        "Our data",
        "See [the goals](https://x.example).",
    )


def test_targets_stand_below_goals_and_single_series_on_their_target() -> None:
    imported = import_open_sdg(sources())
    goals = records(imported, "goals")
    assert goals["1"] == {
        "title": "No poverty",
        "summary": "End poverty everywhere",
        "due": "2030-12-31",
        "status": "agreed",
        "tags": ["1"],
    }
    assert goals["1-1"] == {
        "title": "Fewer poor",
        "parent": "1",
        "status": "agreed",
        "kpis": ["1-1-1"],
        "tags": ["1.1"],
    }


def test_a_series_is_a_kpi_with_its_options() -> None:
    assert records(import_open_sdg(sources()), "kpis")["1-1-1"] == {
        "title": "Poor people",
        "unit": "Percent",
        "direction": "decrease",
        "frequency": "yearly",
        "baseline": {"date": "2014-12-31"},
        "target": {"date": "2025-12-31", "value": "7.25"},
        "method": "growth",
        "source": {"file": "indicator_1-1-1.csv", "date": "Year", "value": "Value"},
        "source_key": "1-1-1",
        "tags": ["1.1.1"],
    }


def test_an_indicator_of_several_series_is_a_goal_with_a_goal_for_each_group() -> None:
    goals = records(import_open_sdg(sources()), "goals")
    assert goals["1-2-1"] == {
        "title": "Poor children",
        "parent": "1-2",
        "status": "agreed",
        "kpis": ["1-2-1--towns"],
        "tags": ["1.2.1"],
    }
    assert goals["1-2-1--group-1"] == {
        "title": "Places",
        "parent": "1-2-1",
        "status": "agreed",
        "kpis": ["1-2-1--places-rural", {"id": "1-2-1--places-cities", "weight": "2"}],
    }


def test_titles_follow_the_language_while_ids_and_keys_do_not() -> None:
    imported = import_open_sdg(sources(), "fr")
    kpi = records(imported, "kpis")["1-2-1--places-rural"]
    assert isinstance(kpi, dict)
    assert (kpi["title"], kpi["summary"]) == ("Places – Campagne", "Enfants pauvres")
    assert kpi["source_key"] == "1-2-1 / Places / Rural"
    assert kpi["source"]["where"] == {"Series": "Places", "Area": "_Rural"}


def test_a_language_that_is_not_there_is_listed() -> None:
    imported = import_open_sdg(sources(), "de")
    assert reasons(imported, "translations/de") == [
        ("the language", "The source has no translations/de; titles are in English or as the data have them.")
    ]


def test_mended_data_statuses_by_hand_and_unknown_options_are_listed() -> None:
    imported = import_open_sdg(sources())
    assert imported.files["kpi_data/indicator_1-1-1.csv"] == b"Year,Value\n2015,3\n2016,2\n"
    assert reasons(imported, "data/indicator_1-1-1.csv") == [
        ("mended cells", "A period was written as its first year (2 times, first '2015/2016').")
    ]
    assert reasons(imported, "indicator-config/1-2-1.yml") == [
        (
            "progress_status",
            (
                "The status deterioration was set by hand, not found from data; "
                "the source asks for a calculation, which replaces it."
            ),
        ),
        (
            "progress_thresholds",
            "This option of progress_calculation_options is not understood or has no usable value.",
        ),
    ]


def test_an_indicator_that_its_owner_does_not_judge_has_no_baseline_or_target() -> None:
    config = "progress_status: target_achieved\nprogress_calculation_options: [{target: 5}]\n"
    imported = import_open_sdg(sources(**{"indicator-config/1-1-1.yml": config}))
    kpi = records(imported, "kpis")["1-1-1"]
    assert isinstance(kpi, dict)
    assert kpi.keys().isdisjoint({"baseline", "target", "method"})
    assert kpi["tags"] == ["1.1.1", "progress_status: target_achieved"]


def test_data_without_a_series_for_the_country_leave_a_bare_goal() -> None:
    more = {
        "indicator-config/1-1-1.yml": "reporting_status: complete\n",
        "data/indicator_1-1-1.csv": "Year,City,Age,Value\n" + "".join(f"2015,{n},{n},1\n" for n in range(3)),
    }
    imported = import_open_sdg(sources(**more))
    assert records(imported, "goals")["1-1-1"] == {
        "title": "Poor people",
        "parent": "1-1",
        "status": "agreed",
        "tags": ["1.1.1"],
    }
    assert "kpi_data/indicator_1-1-1.csv" not in imported.files
    assert reasons(imported, "data/indicator_1-1-1.csv") == [
        ("data", "The data have several values of City and none for the whole.")
    ]


def test_a_judged_series_without_rows_is_a_kpi_without_data() -> None:
    more = {"data/indicator_1-2-1.csv": "Year,Series,Area,Value\n2015,Towns,,1\n2015,Places,Cities,3\n"}
    imported = import_open_sdg(sources(**more))
    kpi = records(imported, "kpis")["1-2-1--places-rural"]
    assert isinstance(kpi, dict)
    assert "source" not in kpi
    assert [(problem.code, problem.severity) for problem in read(imported.files).problems] == [
        ("no-data", "warning")
    ]
    assert reasons(imported, "data/indicator_1-2-1.csv") == [
        ("data of Places / _Rural", "The data have no Area '_Rural'.")
    ]


def test_what_cannot_arrive_is_listed_with_its_reason() -> None:
    more = {
        "indicator-config/1-1-1.yml": "a: &b 1\nc: *b\n",
        "indicator-config/1-3-1.yml": "reporting_status: notstarted\n",
        "data/indicator_1-2-1.csv": "when,what\n",
        "meta/1-1-1.yml": "",
        "notes.txt": "",
    }
    assert import_open_sdg(sources(**more)).left_out == (
        LeftOut(
            path="data/indicator_1-1-1.csv",
            what="data",
            reason="No file in indicator-config/ says what it is.",
        ),
        LeftOut(path="data/indicator_1-2-1.csv", what="data", reason="It has no columns Year and Value."),
        LeftOut(
            path="indicator-config/",
            what="other content",
            reason="Settings of charts, maps, footnotes or pages stay in the source.",
        ),
        LeftOut(
            path="indicator-config/1-1-1.yml",
            what="the indicator",
            reason="It repeats parts of itself by aliases.",
        ),
        LeftOut(
            path="indicator-config/1-2-1.yml",
            what="progress_thresholds",
            reason="This option of progress_calculation_options is not understood or has no usable value.",
        ),
        LeftOut(
            path="indicator-config/1-3-1.yml",
            what="the indicator",
            reason="It has no data file: the source marks it as not started.",
        ),
        LeftOut(
            path="meta/",
            what="other content",
            reason="Notes on method and sources stay in the source; a vision has no place for them.",
        ),
        LeftOut(
            path="notes.txt",
            what="the file",
            reason="It is no part of what Open SDG says about goals or data.",
        ),
    )


def test_series_whose_keys_are_cut_alike_leave_the_key_to_the_published_one() -> None:
    start = (
        "Proportion of children in the fourth grade of primary schools who achieve a minimum level in"
        " an international test of"
    )
    options = f"[{{series: {start} reading}}, {{series: {start} maths}}]"
    config = f"auto_progress_calculation: true\nprogress_calculation_options: {options}\n"
    data = f"Year,Series,Value\n2015,{start} reading,1\n2015,{start} maths,2\n"
    more = {"indicator-config/1-1-1.yml": config, "data/indicator_1-1-1.csv": data}
    imported = import_open_sdg(sources(**more))
    kpis = records(imported, "kpis")
    keyed = [name for name, kpi in kpis.items() if isinstance(kpi, dict) and "source_key" in kpi]
    assert len([name for name in kpis if name.startswith("1-1-1--")]) == 2
    assert [name for name in keyed if name.startswith("1-1-1--")] == ["1-1-1--of-maths"]
    assert reasons(imported, "indicator-config/1-1-1.yml") == [
        (
            "source_key of 1-1-1--of-reading",
            "The published results cut its name until it is another's, so it has no result of its own there.",
        )
    ]


def test_an_empty_folder_gives_an_empty_vision() -> None:
    imported = import_open_sdg({})
    assert [*imported.files] == ["vision/vision.yml"]
    assert read(imported.files).problems == ()


def test_several_languages_give_texts_by_language() -> None:
    imported = import_open_sdg(sources(), "en", "fr")
    assert imported.files.keys() == import_open_sdg(sources()).files.keys()
    goal = yaml.safe_load(imported.files["vision/goals/1.yml"])
    assert goal["title"] == {"en": "No poverty", "fr": "Pas de pauvreté"}
    poor = yaml.safe_load(imported.files["vision/kpis/1-1-1.yml"])
    assert (poor["title"], poor["unit"]) == ("Poor people", {"en": "Percent", "fr": "Pour cent"})
    assert read(imported.files, "en").goals["1"].title == "No poverty"
    assert read(imported.files, "fr").goals["1"].title == "Pas de pauvreté"
