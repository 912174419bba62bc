"""How much the political police weighs at the summit: an index, seen from outside.

influence = reach * autonomy * standing                                                             [ours]

reach      posts of the police, by their weight under the rules in force, as a share of all posts
autonomy   how far the police answers to its chief alone, under the rules in force
standing   visible rank of its chief, 0..1: 0 while it has none

Each part is a share, and a police that lacks one of them is nobody's base of power: hence a product. That
they count alike is assumed. The index is a yardstick; no rule of the model reads it.
Facts: beria-base-mvd, police-under-party-control, mvd-loses-economy
"""

import numpy as np
from numpy.typing import NDArray


def influence(world: NDArray[np.void]) -> float:
    """The index, 0..1, of a world at the end of a month; 0 where there is no police."""
    rules, posts = world["rules"][0], world["posts"][0]
    post = int(rules["police"])
    if post < 0:
        return 0.0
    return float(_reach(world, int(posts["kind"][post])) * rules["autonomy"] * _standing(world, post))


def _reach(world: NDArray[np.void], kind: int) -> float:
    """Share of all weight of posts that lies in the institution of a class of posts."""
    classes = world["classes"][0][: int(world["n"]["classes"][0])]
    weight = classes["weight"] * classes["count"]
    return float(weight[classes["institution"] == classes["institution"][kind]].sum() / weight.sum())


def _standing(world: NDArray[np.void], post: int) -> float:
    """Visible rank of whoever holds a post: of a figure his own, of an official the post's, of nobody 0."""
    holder = int(world["posts"]["holder"][0, post])
    if holder < 0:
        return 0.0
    figure = int(world["people"]["figure"][0, holder])
    if figure >= 0:
        return float(world["figures"]["office"][0, figure])
    return float(world["classes"]["visible"][0, world["posts"]["kind"][0, post]])
