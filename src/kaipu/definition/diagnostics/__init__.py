"""Diagnostics are values: a code, a severity, a place, parameters, and a text in both languages. Every package that
reports problems has a `messages/` folder of its own and makes its diagnostics through `Messages.load(folder)`.
"""

from kaipu.definition.diagnostics.diagnostic import Diagnostic, Position, Refused, Severity, Where
from kaipu.definition.diagnostics.messages import Messages
from kaipu.definition.diagnostics.reasons import reason_of
from kaipu.definition.diagnostics.texts import LANGUAGES, Language, Message, Parameter, Spoken, Texts, spoken

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
    "Spoken",
    "Texts",
    "Where",
    "reason_of",
    "spoken",
]
