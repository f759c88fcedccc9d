"""One at a time: two starts at once must not build the same environment or take one port."""

import contextlib
import sys

from launch.say import say, sentence


@contextlib.contextmanager
def exclusive(path):
    """Hold a lock that the system frees if we die. On a read-only disk there is none."""
    try:
        file = open(path, "a+b")  # noqa: SIM115 - closed below, with the lock
    except OSError:
        yield
        return
    with file:
        if not _take(file, wait=False):
            say(*sentence("already_waiting"))
            while not _take(file, wait=True):
                pass
        yield


def _take(file, wait):
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
