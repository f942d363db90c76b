"""Which choices a shopper may make of a dish's options, and what they cost. A choice is written `option:choice`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kaipu.definition.catalog import Choice, Dish, Option
from kaipu.definition.diagnostics import Diagnostic, Refused
from kaipu.definition.texts import error


def default_choices(dish: Dish) -> list[str]:
    """What is chosen when the shopper chooses nothing: the first choice of each option that must have one."""
    return [f"{option.code}:{option.choices[0].code}" for option in dish.options if option.kind == "one"]


def check_choices(dish: Dish, choices: Sequence[str]) -> list[Diagnostic]:
    """Everything wrong with the choices; empty if the dish can be ordered so."""
    problems = [] if len(set(choices)) == len(choices) else [error("choice_repeated", "", dish=dish.name)]
    known = {f"{option.code}:{choice.code}" for option in dish.options for choice in option.choices}
    problems += [error("choice_unknown", "", dish=dish.name, choice=text) for text in choices if text not in known]
    for option in dish.options:
        problems += _check_option(dish, option, _chosen(option, choices))
    return problems


def chosen(dish: Dish, choices: Iterable[str]) -> list[tuple[Option, Choice]]:
    """The options and choices meant, in the dish's own order; unknown ones are left out."""
    wanted = set(choices)
    return [(option, choice) for option in dish.options for choice in _chosen(option, wanted)]


def price_of(dish: Dish, choices: Sequence[str]) -> int:
    """The price of one, in fen. Refused if the choices are not allowed."""
    problems = check_choices(dish, choices)
    if problems:
        raise Refused(problems)
    return dish.price_fen + sum(choice.price_fen for _, choice in chosen(dish, choices))


def _chosen(option: Option, choices: Iterable[str]) -> list[Choice]:
    wanted = set(choices)
    return [choice for choice in option.choices if f"{option.code}:{choice.code}" in wanted]


def _check_option(dish: Dish, option: Option, choices: list[Choice]) -> list[Diagnostic]:
    problems = [
        error("choice_sold_out", "", dish=dish.name, choice=choice.name) for choice in choices if choice.sold_out
    ]
    if option.kind == "one" and len(choices) != 1:
        problems.append(error("choice_needed", "", dish=dish.name, option=option.name))
    if option.kind == "many" and option.max is not None and len(choices) > option.max:
        problems.append(error("choices_too_many", "", dish=dish.name, option=option.name, limit=option.max))
    return problems
