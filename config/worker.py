"""A process of the server: one signal ends it, and it never outlives the process that started it."""

import os
import signal
import threading
import time

from config.gate import Application


def load(target: str) -> Application:
    """Return the WSGI application; the server calls this first of all in each of its processes."""
    # Ctrl-C reaches every process of the terminal, and the server then ends its workers itself: a second
    # signal, right after the first, would leave one of them hanging.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    threading.Thread(target=follow, args=(os.getppid(),), daemon=True).start()

    from config.wsgi import application

    return application


def follow(parent: int) -> None:
    """End when `parent`, which started this process, did: an orphan would go on holding the port."""
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)
