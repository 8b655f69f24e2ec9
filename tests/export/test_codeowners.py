from collections.abc import Mapping

import pytest

from shared_vision.export.codeowners import Forge, codeowners
from shared_vision.read import read
from small_vision import SMALL

NOTE = (
    "# Who is asked to look at a change: written by `vision codeowners` from the owners in the records.\n"
    "# Run it again when owners or partners change.\n"
)
OWNED = {
    "vision/partners/northgate.yml": "title: Northgate Council\ngithub: northgate/desk\n",
    "vision/partners/harbour.yml": "title: Harbour\ngithub: harbour-trust\n",
    "vision/partners/library.yml": "title: '@everyone'\n",
    "vision/kpis/complaints.yml": (
        "title: Complaints\ndirection: decrease\nowner: harbour\nsource: {file: 'all [1] #2.csv'}\n"
    ),
    "vision/kpis/calls.yml": (
        "title: Calls\ndirection: decrease\nowner: northgate\nsource: {file: 'all [1] #2.csv'}\n"
    ),
    "vision/initiatives/shelves.yml": "title: Shelves\nowner: library\n",
    "kpi_data/all [1] #2.csv": "date,value\n2026-05,30\n",
}


def made(files: Mapping[str, str], forge: Forge = Forge.GITHUB, keepers: str = "") -> str:
    texts = {path: text for path, text in {**SMALL, **files}.items() if path.startswith(("vision/", "kpi_"))}
    document = read({path: text.encode() for path, text in texts.items()})
    return codeowners(document, forge, lambda path: path.replace("kpi_data", "data"), keepers)


@pytest.mark.parametrize("forge", [Forge.GITHUB, Forge.GITLAB])
def test_owners_look_at_their_records_and_data_and_all_at_the_vision(forge: Forge) -> None:
    assert made(OWNED, forge, "northgate/site") == NOTE + (
        "# No account is written in the record of: library.\n"
        "# What is not in the folders below can run code: only its keepers may change it.\n"
        "* @northgate/site\n"
        "/vision/ @harbour-trust @northgate/desk\n"
        "/data/ @harbour-trust @northgate/desk\n"
        "/vision/vision.yml @harbour-trust @northgate/desk\n"
        "/vision/partners/harbour.yml @harbour-trust\n"
        "/vision/partners/northgate.yml @northgate/desk\n"
        "/vision/goals/fewer-complaints.yml @northgate/desk\n"
        "/vision/kpis/calls.yml @northgate/desk\n"
        "/data/all\\ \\[1\\]\\ \\#2.csv @northgate/desk @harbour-trust\n"
        "/vision/kpis/complaints.yml @harbour-trust\n"
    )


def test_gitea_reads_regular_expressions_of_which_each_counts() -> None:
    lines = made(OWNED, Forge.GITEA, "northgate/site").splitlines()
    assert "!(vision/.*|data/.*) @northgate/site" in lines
    assert "vision/goals/fewer-complaints\\\\.yml @northgate/desk" in lines
    assert "data/all\\ \\\\[1\\\\]\\ \\#2\\\\.csv @northgate/desk @harbour-trust" in lines
    assert not [line for line in lines if line.startswith("*")]


def test_without_accounts_there_is_nobody_to_ask() -> None:
    assert made({}) == NOTE + (
        "# No account is written in the record of: northgate.\n"
        "# Nobody is asked about the files outside the folders below, though they can run code: name who is"
        " with\n# --keepers, for example: vision codeowners --keepers your-organisation/site-keepers\n"
    )
