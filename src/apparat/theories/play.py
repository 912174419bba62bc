"""An engine as a theory has it: the scenario and the rules stay, parameters and switches are the theory's."""

from dataclasses import replace

from apparat.engine import Engine
from apparat.theories.library import parameters
from apparat.theories.theory import Theory
from apparat.world.state import copied


def under(theory: Theory, engine: Engine) -> Engine:
    """The same scenario, seed and luck under a theory; the engine's parameter sets, changed by it."""
    template = copied(engine.compiled.template)
    for switch, switched in theory.switches.items():
        template["rules"][f"{switch}_on"] = switched.on
    made = Engine(
        replace(engine.compiled, template=template),
        theory.applied(engine.sets, parameters()),
        engine.seed,
        engine.journal,
        calibrated=engine.calibrated,
        origin=f"{engine.origin}, and changed as the theory '{theory.theory}' has it",
    )
    # What the engine says of its request (variants, traits) stays; what the theory changed is said anew.
    made.identity = {**engine.identity, **made.identity, "theory": theory.theory}
    return made
