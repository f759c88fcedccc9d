"""The arithmetic of calculated figures: + - * / and parentheses over figure ids and numbers."""

import ast
import operator
from collections.abc import Mapping
from decimal import Decimal, DecimalException

OPERATIONS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


class Unreadable(Exception):
    """The formula is not plain arithmetic, names an unknown figure, or divides by zero."""


def calculate(formula: str, figures: Mapping[str, str]) -> Decimal:
    """Work out a formula; figures maps an id to its value as written. Raises Unreadable."""
    try:
        return _value(ast.parse(formula, mode="eval").body, figures)
    except (SyntaxError, KeyError, DecimalException, ZeroDivisionError) as trouble:
        raise Unreadable(formula) from trouble


def _value(node: ast.AST, figures: Mapping[str, str]) -> Decimal:
    match node:
        case ast.BinOp(left, operation, right) if type(operation) in OPERATIONS:
            return OPERATIONS[type(operation)](_value(left, figures), _value(right, figures))
        case ast.Name(name):
            return Decimal(figures[name])
        case ast.Constant(int() | float() as number):
            return Decimal(str(number))
    raise Unreadable(ast.dump(node))
