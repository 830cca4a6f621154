"""Pictures of a book: who accuses whom, what happened when, who says what of one person, which excerpts count once.

Each is one SVG, PNG or HTML file, as the ending of its name says; the HTML page holds the picture itself and asks
nothing of the network. Colours differ in lightness too, so that they can be told apart in grey.
"""

from __future__ import annotations

from .ego import plot_person
from .heat_map import plot_matrix
from .over_time import plot_timeline
from .stemma import plot_stemmas

__all__ = ["plot_matrix", "plot_person", "plot_stemmas", "plot_timeline"]
