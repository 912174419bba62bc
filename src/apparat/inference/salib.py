"""SALib by its modules, imported when asked for: only calibration and sensitivity need it."""

from importlib import import_module
from typing import Any

from apparat.ground.errors import ApparatError


def salib(module: str) -> Any:
    """A module of SALib. Raises ApparatError, saying how to install it, if it is not there."""
    try:
        return import_module(f"SALib.{module}")
    except ImportError as error:
        raise ApparatError(
            "This needs SALib, which is not installed. Install it with `python -m pip install SALib`, or "
            "Apparat with its extra: `python -m pip install 'apparat[analysis]'`."
        ) from error
