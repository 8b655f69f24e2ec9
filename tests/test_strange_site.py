"""A site with a strange record in it is made all the same, and nothing in it runs."""

from hypothesis import given, settings

from targets import take_site
from thrown import thrown


@settings(derandomize=True, deadline=None, database=None, max_examples=10)
@given(thrown("site"))
def test_a_strange_record_makes_a_harmless_site(data: bytes) -> None:
    take_site(data)
