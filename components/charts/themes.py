"""Looks: the colours and sizes every chart shares. Tokens are explained in docs/decisions.md."""

from dataclasses import dataclass

FONT = "BIZ UDPGothic, Hiragino Sans, Noto Sans JP, Noto Sans CJK JP, sans-serif"
LABEL_SIZE = 14
SMALL_SIZE = 12


@dataclass(frozen=True)
class Theme:
    """Colours. main: the series of the step; accent: its one number; context: the rest."""

    name: str
    ground: str
    ink: str
    muted: str
    rule: str
    aside: str
    main: str
    accent: str
    context: str
    others: tuple[str, str, str]


LIGHT = Theme(
    name="light",
    ground="#FFFFFF",
    ink="#1D2433",
    muted="#5B6472",
    rule="#DDD8CE",
    aside="#F6F4EF",
    main="#1F4E8C",
    accent="#C4432B",
    context="#848B96",
    others=("#3F7D5A", "#A0640F", "#7B5EA7"),
)
DARK = Theme(
    name="dark",
    ground="#14181F",
    ink="#ECE9E2",
    muted="#A9B0BB",
    rule="#39404B",
    aside="#1D222B",
    main="#7FB0EA",
    accent="#F0826B",
    context="#7E8692",
    others=("#74BE93", "#E0B25C", "#B79BE0"),
)
# For weak projectors, bright rooms and tired eyes: black ground, every colour far from it.
CONTRAST = Theme(
    name="contrast",
    ground="#000000",
    ink="#FFFFFF",
    muted="#E2E2E2",
    rule="#8C8C8C",
    aside="#141414",
    main="#62C6FF",
    accent="#FFE100",
    context="#B4B4B4",
    others=("#6FE58F", "#FFAE5C", "#E2A6FF"),
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}


def halo(theme: Theme) -> str:
    """Give the shadow that keeps words readable where a line runs behind them."""
    return ", ".join(f"{x}px {y}px 1px {theme.ground}" for x in (-2, 0, 2) for y in (-1, 1))


def tokens(theme: Theme) -> list[str]:
    """List a look's colours, so that each has its counterpart at the same place of another's."""
    named = (
        theme.ground,
        theme.ink,
        theme.muted,
        theme.rule,
        theme.aside,
        theme.main,
        theme.accent,
    )
    return [*named, theme.context, *theme.others]
