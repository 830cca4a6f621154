"""How much the properties are tried: little by default, much with ``--hypothesis-profile=thorough``."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# No deadline for one example: the first one of a test pays for the imports, and a loaded machine for the rest.
settings.register_profile("testimonia", settings(), deadline=None)
settings.register_profile(
    "thorough",
    settings(),
    deadline=None,
    max_examples=2_500,  # four tests that read pages: 10,000
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large),
    derandomize=False,
)
settings.load_profile("testimonia")
