"""The thirty invoices of the demo, for the six companies of one studio."""

from __future__ import annotations

from samples.catalogue import Sample
from samples.demo import eu_services, goods_industry, goods_trade, oddities, other_papers, world_services

SAMPLES: tuple[Sample, ...] = tuple(
    sorted(
        (
            *eu_services.SAMPLES,
            *world_services.SAMPLES,
            *goods_industry.SAMPLES,
            *goods_trade.SAMPLES,
            *oddities.SAMPLES,
            *other_papers.SAMPLES,
        ),
        key=lambda sample: sample.key,
    )
)
