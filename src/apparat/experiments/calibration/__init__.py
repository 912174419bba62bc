"""Calibration: which parameters agree with the record.

| module | holds |
| --- | --- |
| `plan` | what is asked for, and what decides the answer |
| `struggles` | several scenarios played by one set of parameters, held to their targets |
| `screen` | which parameters to free |
| `priors` | the prior of a fit, and what the struggles make of it |
| `fit` | from the prior to the posterior |
| `check` | accepted sets under luck that they were not fitted to |
| `renew` | a posterior under rules that were rewritten and say the same |
| `summary` | what is said in the end |
| `calibrate` | all of it, in order |
| `face` | the call of the public face |
"""
