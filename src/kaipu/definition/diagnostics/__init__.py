"""Diagnostics are values: a code, a severity, a place, parameters, and a text in both languages. Every package that
reports problems has a `messages/` folder of its own and makes its diagnostics through `Messages.load(folder)`.
"""

from kaipu.definition.diagnostics.diagnostic import Diagnostic, Parameter, Position, Refused, Severity, Where
from kaipu.definition.diagnostics.messages import LANGUAGES, Language, Message, Messages

__all__ = [
    "LANGUAGES",
    "Diagnostic",
    "Language",
    "Message",
    "Messages",
    "Parameter",
    "Position",
    "Refused",
    "Severity",
    "Where",
]
