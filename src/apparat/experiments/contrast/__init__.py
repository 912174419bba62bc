"""Staged contrasts: one recorded motion, put under every combination of causes, in one struggle or several.

| file | holds |
| --- | --- |
| `asked` | what is asked: which motions of which scenarios, which causes |
| `staged` | one run in every combination: what the body says |
| `effects` | from votes to effects of causes, alone and together |
| `face` | the call of the public face |
| `contrast` | the whole: many runs, kept on disk |
"""
