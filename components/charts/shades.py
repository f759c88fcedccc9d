"""One colour from pale to full, for values that are also written out."""

from components.charts.themes import Theme

PALE = (0.05, 0.42)  # how much of the main colour; ink is read on these
FULL = (0.84, 1.0)  # and the ground's colour on these; what lies between suits neither


def shade(theme: Theme, share: float) -> tuple[str, str]:
    """
    Give a colour for a share between 0 and 1, and the colour of text that is read on it.

    The scale leaves out the middle tones, on which no text would be read.
    """
    share = min(1.0, max(0.0, share))
    if share < 0.7:
        mixed = PALE[0] + (PALE[1] - PALE[0]) * share / 0.7
        return _mix(theme.ground, theme.main, mixed), theme.ink
    mixed = FULL[0] + (FULL[1] - FULL[0]) * (share - 0.7) / 0.3
    return _mix(theme.ground, theme.main, mixed), theme.ground


def _mix(one: str, other: str, share: float) -> str:
    pairs = (
        (int(one[place : place + 2], 16), int(other[place : place + 2], 16)) for place in (1, 3, 5)
    )
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)
