"""A chart as the stage's player takes it: once in full, and what differs for looks and guesses."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from components.charts.chart import PRESENTER, Chart, View
from components.charts.controls import Guess, default_values
from components.charts.themes import CONTRAST, DARK, LIGHT, Theme, tokens
from components.presenter import Json

OTHER_LOOKS = (DARK, CONTRAST)
COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}$|rgba?\(|hsla?\(")
CLEAR = "rgba(0,0,0,0)"  # no colour, in every look


def drawn(view: View, drawing: Callable[..., Chart], page_index: int) -> tuple[Chart, Json]:
    """
    Draw a page (from 0) of a step's chart for the presenter, with what differs in other looks.

    Choices stand at their defaults. Gives the chart, and JSON: data and layout as Plotly takes
    them, looks: {name of a theme: [[path, value]]}, a path being keys joined by dots. Raises
    whatever the drawing raises, and ValueError where a look is built differently.
    """
    presenter = replace(view, theme=LIGHT, canvas=PRESENTER, page_index=page_index)
    chart = drawing(presenter, **default_values(drawing))
    figure = bare(chart)
    return chart, figure | {"looks": _looks(figure, partial(_again, presenter, drawing))}


def _again(view: View, drawing: Callable[..., Chart], theme: Theme) -> Json:
    return bare(drawing(replace(view, theme=theme), **default_values(drawing)))


def _looks(figure: Json, redraw: Callable[[Theme], Json]) -> dict[str, list[list[Any]]]:
    """
    List what the other looks change.

    Where every colour is one of the look's own, its counterpart is known and nothing is drawn
    again: drawing is nearly all the time a slide costs.
    """
    colours = list(_colours(figure, ()))
    known = tokens(LIGHT)
    if any(value not in known for _, value in colours):
        return {theme.name: differences(figure, redraw(theme)) for theme in OTHER_LOOKS}
    return {
        theme.name: [[".".join(path), tokens(theme)[known.index(value)]] for path, value in colours]
        for theme in OTHER_LOOKS
    }


def _colours(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, dict | list):
        for name, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _colours(part, (*path, str(name)))
    elif isinstance(value, str) and COLOUR.match(value) and value != CLEAR:
        yield path, value


def guessed(view: View, drawing: Callable[..., Chart], name: str, guess: Guess) -> Json:
    """
    Give the figure with a guess in it, and how it changes from the lowest to the highest guess.

    Everything a guess moves (its line, its word, the end of an axis) moves evenly with it, so that
    the player can draw any guess between the two. The keys are those of drawn(), at the highest
    guess, and moves: [[path, value at the lowest guess, value at the highest]]. Raises as drawn().
    """
    choices = default_values(drawing)

    def at(value: int, theme: Theme = LIGHT) -> Json:
        presenter = replace(view, theme=theme, canvas=PRESENTER)
        return bare(drawing(presenter, **choices | {name: value}))

    low, high = at(guess.low), at(guess.high)
    ends = zip(differences(high, low), differences(low, high), strict=True)
    moves = [[path, start, end] for (path, start), (_, end) in ends]
    looks = _looks(high, lambda theme: at(guess.high, theme))
    return high | {"moves": moves, "looks": looks}


def bare(chart: Chart) -> Json:
    """Give traces and layout as plain JSON values."""
    figure = json.loads(chart.figure.to_json())
    figure["layout"].pop("template", None)
    return {"data": figure["data"], "layout": figure["layout"]}


def differences(one: Any, other: Any) -> list[list[Any]]:
    """
    List where two figures of the same shape differ, as [path, value in the other].

    Raises ValueError where they differ in more than values.
    """
    return [[".".join(path), value] for path, value in _differences(one, other, ())]


def _differences(one: Any, other: Any, path: tuple[str, ...]) -> Iterator[tuple[Any, Any]]:
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        for name, value in one.items():
            yield from _differences(value, other[name], (*path, name))
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for place, value in enumerate(one):
            yield from _differences(value, other[place], (*path, str(place)))
    elif isinstance(one, dict | list) or isinstance(other, dict | list):
        raise ValueError(f"two looks of a chart are built differently at {'.'.join(path)}")
    elif one != other:
        yield path, other
