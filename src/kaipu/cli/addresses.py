"""Where the outside finds this server: the address to print, and whether its ports are free."""

import socket
import time

from kaipu.web.environment import Environment


def site_url(environment: Environment) -> str:
    """KAIPU_URL, else the address this machine listens on; when it listens on all, one that a phone nearby reaches."""
    if environment.public_url:
        return environment.public_url
    host = environment.host
    if host in ("0.0.0.0", "::"):  # noqa: S104 - compared, not bound
        host = lan_address()
    return f"http://{f'[{host}]' if ':' in host else host}:{environment.port}"


def lan_address() -> str:
    """This machine's address in its own network. Asks the routing table; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address of documentation, RFC 5737
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


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
