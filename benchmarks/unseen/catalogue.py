"""Every document of the set."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.unseen.facts import Bill
from benchmarks.unseen.pages import (
    anglo,
    checkout,
    eastern,
    fifth_goods,
    fifth_services,
    fourth_mixture,
    french,
    germanic,
    goods,
    iberian,
    mixed,
    northern,
    office,
    papers,
    platforms,
    programs,
    second_clouds,
    second_counters,
    second_makers,
    second_people,
    subscriptions,
    third_programs,
    trade,
    travel,
    tricky,
    vendors,
)
from benchmarks.unseen.sheets import forms, hard, letters, odd


def every_page() -> list[tuple[Bill, Callable[[Bill], str]]]:
    """Documents printed by a browser: what they say and the layout that makes HTML of it."""
    modules = (
        checkout,
        germanic,
        french,
        iberian,
        northern,
        eastern,
        anglo,
        platforms,
        goods,
        papers,
        programs,
        subscriptions,
        mixed,
        tricky,
        travel,
        vendors,
        office,
        trade,
        second_clouds,
        second_makers,
        second_people,
        second_counters,
        third_programs,
        fourth_mixture,
        fifth_services,
        fifth_goods,
    )
    return [case for module in modules for case in module.CASES]


def every_sheet() -> list[tuple[Bill, Callable[[Bill], bytes]]]:
    """Documents written without a browser, as bytes of a PDF."""
    return [*forms.CASES, *letters.CASES, *odd.CASES, *hard.CASES]
