"""Prints a script with its modules' paths as they are in the package."""

from __future__ import annotations

from collections.abc import Callable

from kaipu.compiler.parse.script import Require, Script


def print_script(script: Script, resolve: Callable[[Require], str]) -> bytes:
    """Each required path's literal is printed anew; everything else stays as it was written."""
    parts: list[bytes] = []
    done = 0
    for require in sorted(script.requires, key=lambda one: one.start):
        parts += [script.raw[done : require.start], b"'", resolve(require).encode(), b"'"]
        done = require.end
    return b"".join([*parts, script.raw[done:]])
