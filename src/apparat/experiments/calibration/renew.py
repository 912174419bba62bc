"""A posterior under rules that were rewritten and say the same.

Rules that are made quicker or clearer get another hash, although every run stays as it was. A posterior keeps
the digests of a few runs of its centre: where these come out the same, and its targets are the same, it
still holds.
"""

from dataclasses import replace

from apparat.experiments.calibration.struggles import Struggles
from apparat.posterior import Posterior
from apparat.posterior.rules import rules_hash

WITNESSES = 5


def witnessed(found: Posterior, struggles: Struggles) -> Posterior:
    """The posterior with the digests that its centre's runs have here."""
    seen = struggles.digests(found.centre(), WITNESSES)
    return replace(found, provenance=found.provenance.model_copy(update={"witnesses": seen}))


def renewed(old: Posterior) -> Posterior | None:
    """The posterior as one of these rules; None if it is none, since runs or targets are others.

    Plays runs: compile first.
    """
    made = old.provenance
    if made.has_other_targets():
        return None
    struggles = Struggles(made.scenarios, seed=made.seed, runs=made.runs, held_to=None)
    if struggles.digests(old.centre(), WITNESSES) != made.witnesses:
        return None
    identity = struggles.identity()
    changes = {
        "rules": rules_hash(),
        "engine": identity["engine"],
        "scenario_hashes": identity["scenario_hashes"],
    }
    return replace(old, provenance=made.model_copy(update=changes))
