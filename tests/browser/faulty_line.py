"""A line between browser and server that can be cut, slow, and lose answers: bytes of TCP, as networks do."""

import contextlib
import socket
import threading
import time

SLOW = 2_000  # bytes a second
PIECE = 65_536


class FaultyLine:
    """Listens on a port of its own and passes on to the server. `mode`: open, cut, slow, deaf, answerless.

    `deaf` takes what is sent and never answers; `answerless` lets the server answer a POST, and drops that.
    """

    def __init__(self, port: int) -> None:
        self.server_port = port
        self.mode = "open"
        self.lost = 0  # answers dropped
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self._accept, daemon=True).start()

    def set(self, mode: str) -> None:
        """Change what the line does; connections that are open end when it is cut."""
        self.mode = mode
        for end in list(self._open) if mode in ("cut", "deaf", "answerless", "slow") else []:
            _end(end)

    def close(self) -> None:
        self.set("cut")
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                browser, _ = self._listener.accept()
            except OSError:
                return
            if self.mode == "cut":
                # Reset, as a network that is gone: no polite end.
                browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                browser.close()
                continue
            threading.Thread(target=self._carry, args=[browser], daemon=True).start()

    def _carry(self, browser: socket.socket) -> None:
        with contextlib.suppress(OSError), browser:
            server = socket.create_connection(("127.0.0.1", self.server_port))
            self._open |= {browser, server}
            posted = threading.Event()
            back = threading.Thread(target=self._answer, args=[server, browser, posted], daemon=True)
            back.start()
            while piece := browser.recv(PIECE):
                if self.mode == "deaf":
                    continue
                if piece.startswith(b"POST "):
                    posted.set()
                server.sendall(piece)
            _end(server)
            back.join()
            self._open -= {browser, server}

    def _answer(self, server: socket.socket, browser: socket.socket, posted: threading.Event) -> None:
        with contextlib.suppress(OSError), server:
            while piece := server.recv(PIECE):
                if self.mode == "answerless" and posted.is_set():
                    self.lost += 1
                    _end(browser)
                    return
                if self.mode == "slow":
                    for start in range(0, len(piece), SLOW // 10):
                        browser.sendall(piece[start : start + SLOW // 10])
                        time.sleep(0.1)
                else:
                    browser.sendall(piece)
            _end(browser)


def _end(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
