"""Student's t distribution with whole degrees of freedom."""

from math import atan2, cos, pi, sin, sqrt


def two_sided(t: float, freedom: int) -> float:
    """The chance of a value as far from 0 as `t`. Source: Abramowitz and Stegun, 26.7.3 and 26.7.4."""
    angle = atan2(abs(t), sqrt(freedom))
    cosine, sine = cos(angle), sin(angle)
    term = total = cosine if freedom % 2 else 1.0
    for step in range(3 if freedom % 2 else 2, freedom, 2):
        term *= cosine * cosine * (step - 1) / step
        total += term
    if freedom == 1:
        total = 0.0
    inside = (angle + sine * total) * 2 / pi if freedom % 2 else sine * total
    return min(max(1.0 - inside, 0.0), 1.0)


def quantile(chance: float, freedom: int) -> float:
    """The t that is exceeded on either side together with a chance above 0, found by halving."""
    low, high = 0.0, 1.0
    while two_sided(high, freedom) > chance:
        low, high = high, 2 * high
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if two_sided(middle, freedom) > chance else (low, middle)
    return (low + high) / 2
