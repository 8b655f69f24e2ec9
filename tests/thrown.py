"""What the tests throw at the targets of the campaign: the same each time, and a little of everything."""

from random import Random

from hypothesis import strategies as st

from targets import TARGETS


def thrown(name: str) -> st.SearchStrategy[bytes]:
    """What a target starts from after some changes, or any bytes, or any text."""
    target = TARGETS[name]
    others = [seed[2:].decode("utf-8", "replace") for seed in target.seeds()]

    def change(seed: bytes, chance: Random) -> bytes:
        text = target.change(seed[2:].decode("utf-8", "replace"), others, chance)
        return seed[:2] + text.encode("utf-8", "surrogatepass")

    def start(choice: bytes, text: str) -> bytes:
        return choice + text.encode()

    return st.one_of(
        st.builds(change, st.sampled_from(target.seeds()), st.randoms(use_true_random=False)),
        st.builds(change, st.sampled_from(target.seeds()), st.randoms(use_true_random=False)),
        st.builds(start, st.binary(min_size=2, max_size=2), st.text(max_size=80)),
        st.binary(max_size=200),
    )
