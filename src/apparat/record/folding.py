"""One spelling for many: case, accents and rival transliterations of Russian are folded away.

`Trotskii`, `Trotsky` and `TROTSKI` fold to the same letters; so do `Mikoian` and `Mikoyan`, `Piatakov`
and `Pyatakov`, `Ezhov` and `Yezhov`. The rule is crude on purpose and is only ever applied to both
sides of a comparison, so that a folded word is a key and never shown.
"""

import re
import unicodedata

_STEPS = [
    (re.compile(r"(?<=\d)[,\u2009\u00a0](?=\d{3})"), ""),
    (re.compile(r"[jy]o(?=[a-z])"), "ie"),
    (re.compile(r"['\u2019\u02b9\u02bc](?=e)"), "i"),
    (re.compile(r"['\u2019\u02b9\u02bc`]"), ""),
    (re.compile(r"[^a-z0-9]+"), " "),
    (re.compile(r"[jy]"), "i"),
    (re.compile(r"i+"), "i"),
    (re.compile(r"ie"), "e"),
    (re.compile(r"tz"), "ts"),
    (re.compile(r"x"), "ks"),
]


def fold(text: str) -> str:
    """The text in folded words, one space between them."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    folded = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for pattern, replacement in _STEPS:
        folded = pattern.sub(replacement, folded)
    return folded.strip()


def has_word(folded_word: str, folded_text: str) -> bool:
    """Whether some word of the text begins with the given one (both folded)."""
    padded = f" {folded_text}"
    if f" {folded_word}" in padded:
        return True
    # A word cut in the middle of "ie" was folded as if it ended in "i", one cut after "yo" as if it ended so.
    cut = next((ending for ending in ("io", "i") if folded_word.endswith(ending)), None)
    return cut is not None and f" {folded_word.removesuffix(cut)}e" in padded
