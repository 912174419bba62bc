"""Inference: what numbers say about numbers. Nothing here knows the model or its history.

| module | holds |
| --- | --- |
| `prior` | what is believed of parameters before any comparison |
| `points` | parameters with what a model made of them |
| `walk` | chains of small moves that keep a distribution |
| `tempering` | from prior to posterior by steps: how far to go, whom to follow |
| `weighted` | quantiles, effective number and equal-weight choice of weighted points |
| `screening` | elementary effects of many parameters |
| `indices` | Sobol indices of a few |
| `games` | what each player of a cooperative game contributes |
| `salib` | the library that makes both |
"""
