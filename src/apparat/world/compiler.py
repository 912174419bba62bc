"""How kernels are turned into machine code: whole steps at once, not function by function.

The compiler's own way makes an executable, two wrappers and a cached file of every function, and optimises
each with all that it calls: most of its time goes into code that nobody runs alone. Here a kernel called by
another is only translated; one called from Python is linked with everything below it, optimised, made
executable and kept on disk. The optimiser is told that nobody else calls what lies below, and an index is
never counted from the end: -1 says nobody, and whoever means a row has asked first.
"""

import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

from llvmlite import ir
from numba.core import compiler, typed_passes, types
from numba.core.codegen import JITCodeLibrary
from numba.core.compiler_machinery import register_pass
from numba.core.registry import CPUDispatcher
from numba.np import arrayobj

OPTIONS: dict[str, Any] = {"nopython": True, "nogil": True, "error_model": "numpy"}
BARE: dict[str, Any] = {**OPTIONS, "no_cpython_wrapper": True, "no_cfunc_wrapper": True}


LANES = 8
"""Rounds of a loop that share the lanes of a vector register: eight numbers of 64 bits."""


class _Library(JITCodeLibrary):
    """Code of a kernel."""

    in_lanes = False
    """Whether its loops may be spread over the lanes of vector registers."""

    def add_ir_module(self, module: Any) -> None:
        if self.in_lanes:
            _spread_loops(module)
        super().add_ir_module(module)


class _Translated(_Library):
    """Code of one kernel, not optimised and not executable: to be linked into whoever calls it."""

    def finalize(self) -> None:
        self._raise_if_finalized()
        self._finalize_dynamic_globals()
        self._finalized = True


class _Whole(_Library):
    """Code of a kernel with all that it calls, directly or not."""

    def finalize(self) -> None:
        self._linking_libraries = list(_below(self))
        super().finalize()

    def _optimize_final_module(self) -> None:
        for function in self._final_module.functions:
            if function.linkage.name == "linkonce_odr" and not function.is_declaration:
                function.linkage = "internal"
        super()._optimize_final_module()


def _below(library: Any) -> Iterator[Any]:
    """Every library that a library needs, directly or not; whole ones hold their own."""
    seen = set()
    waiting = list(library._linking_libraries)
    while waiting:
        each = waiting.pop()
        if each in seen:
            continue
        seen.add(each)
        yield each
        if isinstance(each, _Translated):
            waiting.extend(each._linking_libraries)


@register_pass(mutates_CFG=True, analysis_only=False)
class _Translate(typed_passes.NativeLowering):
    """Translate a kernel for its callers."""

    _name = "translate_kernel"

    def run_pass(self, state: Any) -> bool:
        _open_library(state, _Translated)
        state.flags.no_compile = True
        with _counting_from_the_start():
            super().run_pass(state)
        callee = object()  # what callers look the translation up by; there is nothing to call from Python
        state.targetctx.insert_user_function(callee, state.cr.fndesc, [state.library])
        state["cr"] = state.cr._replace(cfunc=callee)
        Kernel.heard(state.func_id.func_name)
        return True


@register_pass(mutates_CFG=True, analysis_only=False)
class _Complete(typed_passes.NativeLowering):
    """Translate a kernel, link it with all that it calls, optimise, and make it executable."""

    _name = "complete_kernel"

    def run_pass(self, state: Any) -> bool:
        _open_library(state, _Whole)
        with _counting_from_the_start():
            return bool(super().run_pass(state))


@contextmanager
def _counting_from_the_start() -> Iterator[None]:
    """Translate indices as they are, without asking of each whether it is negative."""

    def as_it_is(context: Any, builder: Any, kind: Any, index: Any, size: Any) -> Any:
        return context.cast(builder, index, kind, types.intp)

    usual = arrayobj.fix_integer_index
    arrayobj.fix_integer_index = as_it_is
    try:
        yield
    finally:
        arrayobj.fix_integer_index = usual


def _open_library(state: Any, kind: type) -> None:
    codegen = state.targetctx.codegen()
    library = kind(codegen, state.func_id.func_qualname)
    library.enable_object_caching()
    library.in_lanes = getattr(state.func_id.func, "in_lanes", False)
    state.library = library


def _spread_loops(module: Any) -> None:
    """Ask for vector code of every loop: what it calls is put in place, eight rounds go side by side."""
    asked = [
        module.add_metadata([ir.MetaDataString(module, f"llvm.loop.vectorize.{name}"), value])
        for name, value in (
            ("enable", ir.Constant(ir.IntType(1), 1)),
            ("width", ir.Constant(ir.IntType(32), LANES)),
        )
    ]
    for function in module.functions:
        place = {block: i for i, block in enumerate(function.blocks)}
        for block, here in place.items():
            for instruction in block.instructions:
                if isinstance(instruction, ir.CallInstr) and "noinline" not in instruction.attributes:
                    instruction.attributes.add("alwaysinline")
            goals = [goal for goal in block.terminator.operands if isinstance(goal, ir.Block)]
            if any(place[goal] <= here for goal in goals):
                loop = ir.MDValue(module, asked, name=str(len(module.metadata)))
                loop.operands = (loop, *asked)  # a loop's name is a node that names itself
                block.terminator.set_metadata("llvm.loop", loop)


def _pipeline(lowering: type) -> type:
    """The compiler's usual passes with our own last step."""

    class Pipeline(compiler.CompilerBase):
        def define_pipelines(self) -> list[Any]:
            manager = compiler.DefaultPassBuilder.define_nopython_pipeline(self.state)
            manager.passes = [
                (lowering, why) if step is typed_passes.NativeLowering else (step, why)
                for step, why in manager.passes
            ]
            manager.finalize()
            return [manager]

    return Pipeline


class _Part(CPUDispatcher):
    """A kernel as its callers in other kernels see it."""

    def add_overload(self, result: Any) -> None:
        self.overloads[tuple(result.signature.args)] = result


class Kernel(CPUDispatcher):
    """A compiled function: executable for Python, a translation for other kernels.

    Kernels hand each other numbers as int64 and float64 only, whatever column they come from; otherwise
    there would be a version of a function for every width and every constant it is called with.
    """

    made: ClassVar[int] = 0
    """Kernels defined so far."""
    heard: ClassVar[Callable[[str], None]] = staticmethod(lambda _: None)
    """Told the name of each kernel once it is translated."""

    def __init__(self, function: Callable[..., Any]) -> None:
        super().__init__(function, targetoptions=OPTIONS, pipeline_class=_pipeline(_Complete))
        self._part = _Part(function, targetoptions=BARE, pipeline_class=_pipeline(_Translate))
        self._kept = False
        Kernel.made += 1

    def compile(self, signature: Any) -> Any:
        """Make it executable for arguments of these types."""
        if not self._kept:  # only now: reading an index for every kernel would slow every start
            self._kept = True
            self.enable_caching()
        return super().compile(signature)

    def get_call_template(self, given: Any, named: Any) -> Any:
        """What a calling kernel learns of the result's type."""
        return self._part.get_call_template(
            tuple(_wide(kind) for kind in given), {name: _wide(kind) for name, kind in named.items()}
        )

    def get_overload(self, signature: Any) -> Any:
        """The translation that a calling kernel links."""
        return self._part.get_overload(signature)


def _wide(kind: Any) -> Any:
    """The type as which a kernel takes an argument of some type."""
    kind = types.unliteral(kind)
    if isinstance(kind, types.Integer):
        return types.int64
    return types.float64 if isinstance(kind, types.Float) else kind


def _write_once(record: Any, write: Callable[[Any], str] = types.Record.__repr__) -> str:
    """A record type spelled out. The compiler asks for it thousands of times, and ours are long."""
    if "spelled" not in record.__dict__:
        record.__dict__["spelled"] = write(record)
    return str(record.__dict__["spelled"])


def _name_by_content(record: Any) -> tuple[str, tuple[int]]:
    """What a record type is called in machine code.

    The compiler numbers types in the order in which a process meets them, so that code kept on disk by one
    process would be taken in another for code of a different record.
    """
    return "Record", (zlib.crc32(repr(record).encode()),)


types.Record.__repr__ = _write_once  # type: ignore[method-assign]
types.Record.mangling_args = property(_name_by_content)  # type: ignore[assignment]
