from shared_vision.adapters.table import as_table


def test_columns_line_up_whatever_the_script() -> None:
    assert as_table([("KPI", "Status"), ("北京", "on track"), ("a", "at risk")]) == (
        "KPI   Status\n北京  on track\na     at risk\n"
    )


def test_a_long_cell_is_cut() -> None:
    assert as_table([("x" * 60, "end")]) == "x" * 47 + "…  end\n"
