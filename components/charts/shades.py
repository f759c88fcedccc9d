"""One colour from pale to full, for values that are also written out."""

from components.charts.themes import Theme

FADED = 0.04  # how much of the main colour stands in the lowest value
INKS = ("#000000", "#FFFFFF")  # on any colour one of the two has a contrast of 4.5 or more


def shade(theme: Theme, share: float) -> tuple[str, str]:
    """
    Give a colour for a share between 0 and 1, and the colour of text that is read on it.

    The ramp runs evenly from the ground to the main colour, so that near values look alike. The
    look's own ink would not be read on its middle tones; black or white always is.
    """
    colour = mix(theme.ground, theme.main, FADED + (1 - FADED) * min(1.0, max(0.0, share)))
    return colour, max(INKS, key=lambda each: contrast(each, colour))


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours as WCAG counts it, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def mix(one: str, other: str, share: float) -> str:
    """Mix two colours: 0 is the one, 1 the other."""
    pairs = (
        (int(one[place : place + 2], 16), int(other[place : place + 2], 16)) for place in (1, 3, 5)
    )
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)
