"""Where the outside finds this server."""

import socket

from kaipu.web.environment import Environment

_ALL = ("0.0.0.0", "::")  # noqa: S104 - compared, not bound


def site_url(environment: Environment) -> str:
    """KAIPU_URL, else the address this machine listens on; when it listens on all, one that a phone nearby reaches."""
    if environment.public_url:
        return environment.public_url
    return f"http://{site_host(environment)}:{environment.port}"


def site_host(environment: Environment) -> str:
    """The host part of an address on this machine, as others find it."""
    return _bracketed(lan_address() if environment.host in _ALL else environment.host)


def near_host(environment: Environment) -> str:
    """The host part of the same for a program on this machine."""
    return _bracketed({"0.0.0.0": "127.0.0.1", "::": "::1"}.get(environment.host, environment.host))  # noqa: S104


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def lan_address() -> str:
    """This machine's address in its own network. Asks the routing table; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address of documentation, RFC 5737
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])
