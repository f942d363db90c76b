"""How many answers a second a server on this machine gives to one request, over kept connections. A process of its own
sends, so that the sender's work is not the measuring process's; it is the same sender for both sides of a ratio.
"""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
import time
from collections.abc import Sequence

_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_CHUNKED = re.compile(rb"transfer-encoding: *chunked", re.IGNORECASE)


class _Asker(asyncio.Protocol):
    """Sends the request again as soon as its answer is complete, until told to stop."""

    def __init__(self, request: bytes, status: bytes) -> None:
        self.answers = self.faults = 0
        self.stopped = False
        self._request, self._status = request, status
        self._waiting = bytearray()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        transport.write(self._request)

    def data_received(self, data: bytes) -> None:
        self._waiting += data
        head = self._waiting.find(b"\r\n\r\n")
        if head >= 0 and self._is_whole(head):
            self._complete()

    def _is_whole(self, head: int) -> bool:
        if _CHUNKED.search(self._waiting, 0, head):
            return self._waiting.endswith(b"\r\n0\r\n\r\n")
        length = _LENGTH.search(self._waiting, 0, head)
        return len(self._waiting) >= head + 4 + (int(length.group(1)) if length else 0)

    def _complete(self) -> None:
        self.answers += 1
        self.faults += self._waiting[9:12] != self._status
        self._waiting.clear()
        if not self.stopped:
            self._transport.write(self._request)


async def _ask_for(seconds: float, connections: int, port: int, request: bytes, status: bytes) -> dict[str, float]:
    loop = asyncio.get_running_loop()
    pairs = [
        await loop.create_connection(lambda: _Asker(request, status), "127.0.0.1", port) for _ in range(connections)
    ]
    askers = [asker for _, asker in pairs]
    await asyncio.sleep(0.3)
    before, started = sum(asker.answers for asker in askers), time.perf_counter()
    await asyncio.sleep(seconds)
    after, ended = sum(asker.answers for asker in askers), time.perf_counter()
    for transport, asker in pairs:
        asker.stopped = True
        transport.close()
    return {"rate": (after - before) / (ended - started), "faults": sum(asker.faults for asker in askers)}


def rate(
    port: int,
    path: str,
    headers: Sequence[tuple[str, str]] = (),
    *,
    seconds: float = 2.0,
    connections: int = 16,
    status: int = 200,
) -> float:
    """Answers a second to GET `path`. RuntimeError if any answer had another status."""
    lines = [f"GET {path} HTTP/1.1", "Host: 127.0.0.1", *(f"{name}: {value}" for name, value in headers), "", ""]
    order = {
        "port": port,
        "seconds": seconds,
        "connections": connections,
        "request": "\r\n".join(lines),
        "status": str(status),
    }
    done = subprocess.run(
        [sys.executable, "-m", "bench.rate"],
        input=json.dumps(order),
        capture_output=True,
        text=True,
        check=True,
        timeout=seconds + 30,
    )
    found = json.loads(done.stdout)
    if found["faults"]:
        raise RuntimeError(f"{path}: {found['faults']:.0f} answers were not {status}")
    return float(found["rate"])


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    wanted = (
        asked["seconds"],
        asked["connections"],
        asked["port"],
        asked["request"].encode(),
        asked["status"].encode(),
    )
    print(json.dumps(asyncio.run(_ask_for(*wanted))))
