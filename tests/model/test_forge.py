from urllib.parse import parse_qs, urlsplit

import pytest

from shared_vision.model.forge import NewFiles, edit_uri, new_files

TEXT = "# A goal: 100 % & more\ntitle: Äpfel\n"


def opened(found: NewFiles | None, text: str = TEXT) -> tuple[str, dict[str, list[str]]]:
    assert found
    address = found.address("goals", "our-goal.yml", text)
    parts = urlsplit(address)
    return address.partition("?")[0], parse_qs(parts.query, strict_parsing=True)


@pytest.mark.parametrize(
    ("repo", "edit", "place"),
    [
        ("https://github.com/o/r", "edit/main/", "https://github.com/o/r/new/main/vision/goals"),
        ("https://github.com/o/r/", "edit/main/", "https://github.com/o/r/new/main/vision/goals"),
        ("https://ghe.example/o/r", "edit/a/b/sub/", "https://ghe.example/o/r/new/a/b/sub/vision/goals"),
        ("https://codeberg.org/o/r", "_edit/main/", "https://codeberg.org/o/r/_new/main/vision/goals"),
    ],
)
def test_github_and_gitea_take_name_and_text(repo: str, edit: str, place: str) -> None:
    found = new_files(repo, f"{repo.rstrip('/')}/{edit}", "vision")
    assert opened(found) == (place, {"filename": ["our-goal.yml"], "value": [TEXT]})


@pytest.mark.parametrize(
    ("repo", "edit"),
    [("https://gitlab.com/o/r", "edit/main/"), ("https://git.example/g/o/r", "-/edit/main/")],
)
def test_gitlab_takes_the_name_alone(repo: str, edit: str) -> None:
    found = new_files(repo, f"{repo}/{edit}", "vision")
    assert opened(found) == (f"{repo}/-/new/main/vision/goals", {"file_name": ["our-goal.yml"]})


@pytest.mark.parametrize(
    ("repo", "edit"),
    [
        ("", ""),
        ("https://github.com/o/r", ""),
        ("https://bitbucket.org/o/r", "https://bitbucket.org/o/r/src/default/"),
        ("https://github.com/o/r", "https://elsewhere.example/edit/main/"),
    ],
)
def test_where_nothing_is_known_there_is_nothing(repo: str, edit: str) -> None:
    assert new_files(repo, edit, "vision") is None


def test_a_text_that_is_too_long_for_an_address_is_left_out() -> None:
    found = new_files("https://github.com/o/r", "https://github.com/o/r/edit/main/", "vision")
    assert opened(found, "é" * 1400)[1] == {"filename": ["our-goal.yml"]}
    assert opened(found, "é" * 1200)[1] == {"filename": ["our-goal.yml"], "value": ["é" * 1200]}


@pytest.mark.parametrize(
    ("repo", "editor"),
    [
        ("https://github.com/o/r", "edit/main/site_src/"),
        ("https://github.example.org/o/r/", "edit/main/site_src/"),
        ("https://gitlab.com/g/o/r", "-/edit/main/site_src/"),
        ("https://gitlab.example.org/o/r", "-/edit/main/site_src/"),
        ("https://codeberg.org/o/r", "_edit/main/site_src/"),
        ("https://gitea.example.org/o/r", "_edit/main/site_src/"),
        ("https://forgejo.example.org/o/r", "_edit/main/site_src/"),
        ("https://bitbucket.org/o/r", "src/main/site_src/"),
        ("https://git.example.org/gitlab/r", None),
    ],
)
def test_a_forge_is_known_by_its_hosts_name(repo: str, editor: str | None) -> None:
    assert edit_uri(repo, "site_src", None) == editor


@pytest.mark.parametrize(
    ("repo", "said", "editor"),
    [
        ("https://github.com/o/r", "edit/master/docs/", "edit/master/docs/"),
        ("https://gitlab.com/o/r", "edit/trunk/docs/", "-/edit/trunk/docs/"),
        ("https://gitlab.com/o/r", "-/edit/trunk/docs/", "-/edit/trunk/docs/"),
        ("https://codeberg.org/o/r", "edit/master/docs/", "_edit/master/docs/"),
        ("https://github.com/o/r", "blob/main/docs/", "blob/main/docs/"),
        ("https://git.example.org/o/r", "_edit/main/docs/", "_edit/main/docs/"),
        ("https://github.com/o/r", "", ""),
    ],
)
def test_the_branch_and_folder_that_are_named_stand_in_the_forges_own_form(
    repo: str, said: str, editor: str
) -> None:
    assert edit_uri(repo, "site_src", said) == editor
