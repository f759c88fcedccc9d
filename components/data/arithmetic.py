"""The arithmetic of calculated figures: + - * / and parentheses over figure ids and numbers."""

import ast
import operator
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal, DecimalException, localcontext

OPERATIONS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
DIGITS = 60  # more than any sum of money here needs, so that rounding never hides a difference


class Unreadable(Exception):
    """The formula is not plain arithmetic, names an unknown figure, or has no finite result."""


def calculate(formula: str, figures: Mapping[str, str], like: Decimal | None = None) -> Decimal:
    """
    Work out a formula; figures maps an id to its value as written. Raises Unreadable.

    The result is rounded, half up, to as many decimals as `like` has.
    """
    try:
        with localcontext(prec=DIGITS):
            result = _value(ast.parse(formula, mode="eval").body, figures)
            if not result.is_finite():
                raise Unreadable(formula)
            if like is None:
                return result
            return result.quantize(Decimal(1).scaleb(_exponent(like)), ROUND_HALF_UP)
    except (
        SyntaxError,
        KeyError,
        ValueError,
        DecimalException,
        RecursionError,
        MemoryError,
    ) as bad:
        raise Unreadable(formula) from bad


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _value(node: ast.AST, figures: Mapping[str, str]) -> Decimal:
    match node:
        case ast.BinOp(left, operation, right) if type(operation) in OPERATIONS:
            return OPERATIONS[type(operation)](_value(left, figures), _value(right, figures))
        case ast.Name(name):
            return Decimal(figures[name])
        case ast.Constant(int() | float() as number):
            return Decimal(str(number))
    raise Unreadable(ast.dump(node))
