"""What a reader's browser takes, and what it has already: two headers of a request, read."""

CODINGS = ("br", "gzip")  # the best first


def coding(accepted: str) -> str:
    """Choose br, gzip or nothing ("") from an Accept-Encoding header."""
    weights = {}
    for part in accepted.lower().split(","):
        name, *settings = (piece.strip() for piece in part.split(";"))
        weights[name] = next((_weight(each) for each in settings if each.startswith("q=")), 1.0)
    taken = {name: weights.get(name, weights.get("*", 0.0)) for name in CODINGS}
    best = max(CODINGS, key=lambda name: taken[name])  # (the first of equals)
    return best if taken[best] > 0 else ""


def _weight(setting: str) -> float:
    try:
        return float(setting[2:])
    except ValueError:
        return 0.0


def holds(asked: str, tag: str) -> bool:
    """Say whether If-None-Match names this version (weak comparison, as RFC 9110 wants it)."""
    tags = {each.strip().removeprefix("W/") for each in asked.split(",")}
    return "*" in tags or tag.removeprefix("W/") in tags
