"""How far apart answers are, as far as what is shown of them tells.

Where values are shown together, it is known how many answers they got, and what all answers come to. Between
these bounds the answers may lie nearer together or farther apart.
"""

from shared_vision.model.survey import Asked


def least_variance(asked: Asked, total: int) -> float:
    """The variance of the answers if those shown together were as near to each other as they can be."""
    mean = total / asked.answers
    return sum(
        band.count * (level - mean) ** 2
        for band, level in zip(asked.bands, _levels(asked, total), strict=True)
    ) / (asked.answers - 1)


def wide_variance(asked: Asked, total: int) -> float:
    """The same if they were as far apart as they can be: each at one end of the values shown together.

    Whoever goes from the low end of a band to the high one adds their sum to the squares for each step. So
    the squares are the most where those went up whose ends are the highest; a part of one may have to.
    """
    squares = float(sum(band.count * band.low**2 for band in asked.bands))
    left = float(total - sum(band.count * band.low for band in asked.bands))
    for band in sorted(asked.bands, key=lambda one: -(one.low + one.high)):
        steps = min(left, float(band.count * (band.high - band.low)))
        squares += steps * (band.low + band.high)
        left -= steps
    return (squares - total * total / asked.answers) / (asked.answers - 1)


def _levels(asked: Asked, total: int) -> list[float]:
    """What the answers of each band are on average, if all are as near to one level as their bands allow.

    The level is found by halving: the sum of all answers grows with it.
    """
    low, high = float(asked.bands[0].low), float(asked.bands[-1].high)
    for _ in range(50):
        level = (low + high) / 2
        below = sum(band.count * min(max(level, band.low), band.high) for band in asked.bands) < total
        low, high = (level, high) if below else (low, level)
    return [min(max(high, band.low), band.high) for band in asked.bands]
