"""Whether the ports are free that a server wants to listen on."""

import socket
import time


def free_within(host: str, port: int, seconds: float) -> bool:
    """Whether the port can be listened on, now or in so many seconds."""
    deadline = time.monotonic() + seconds
    while not _is_free(host, port):
        if time.monotonic() >= deadline:
            return False
        time.sleep(0.1)
    return True


def _is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a closed connection's time-wait is no listener
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
