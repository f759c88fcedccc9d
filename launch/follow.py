"""
Run a module, and end with the launcher that started it: python -m launch.follow MODULE ...

The launcher holds the other end of our standard input. The system closes it when the launcher
ends, even when it is killed, so nothing is left running.
"""

import contextlib
import os
import runpy
import signal
import sys
import threading
import time

PATIENCE = 3  # seconds for the module's own cleaning up


def end_with_launcher():
    while os.read(0, 1024):
        pass
    if os.name == "posix":
        group = os.getpgrp()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(group, signal.SIGTERM)
        time.sleep(PATIENCE)
        os.killpg(group, signal.SIGKILL)
    os._exit(0)


if __name__ == "__main__":
    threading.Thread(target=end_with_launcher, daemon=True).start()
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
