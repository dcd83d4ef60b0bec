"""Foreign invoices of our own making, with the true values of each: samples, demo and planted errors."""

from __future__ import annotations

from typing import Literal

from samples.catalogue import PlantedError, Sample, planted_errors
from samples.truth import Expected, Truth

Set = Literal["core", "demo", "all"]

__all__ = ["Expected", "PlantedError", "Sample", "Set", "Truth", "catalogue", "planted_errors"]


def catalogue(which: Set = "all") -> tuple[Sample, ...]:
    """The samples of the main job (``core``), those of the demo, or both, in their order."""
    # Imported here: drawing needs libraries that a reader of the truth does not.
    from samples import core, demo  # noqa: PLC0415  (see above)

    sets = {"core": core.SAMPLES, "demo": demo.SAMPLES, "all": (*core.SAMPLES, *demo.SAMPLES)}
    return sets[which]
