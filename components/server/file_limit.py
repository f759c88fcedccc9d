"""How many files and connections the system lets us hold open."""

import contextlib
import errno
import math
import os


def raise_limit() -> int | None:
    """Ask for as many as we may have, and give that number; None where there is no such limit."""
    if os.name != "posix":
        return None
    import resource

    low, high = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = 10_240 if high == resource.RLIM_INFINITY else high  # macOS says none but has this one
    if low != resource.RLIM_INFINITY and low < most:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, high))
            low = most
    return None if low == resource.RLIM_INFINITY else low


def free(limit: int | None = None) -> float:
    """Give how many more files may be opened; without end where the system does not tell."""
    if limit is None:
        return math.inf
    try:
        return limit - len(os.listdir("/dev/fd")) + 1  # one of them is the listing itself
    except OSError as trouble:
        return 0 if trouble.errno == errno.EMFILE else math.inf
