"""The texts of this package's own diagnostics. `error` and `warning` make a diagnostic; each code stands in
messages/.
"""

from __future__ import annotations

from pathlib import Path

from kaipu.definition.diagnostics import Messages

MESSAGES = Messages.load(Path(__file__).parent / "messages")
error = MESSAGES.error
warning = MESSAGES.warning
