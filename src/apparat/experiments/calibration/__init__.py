"""Calibration: which parameters agree with the record.

| module | holds |
| --- | --- |
| `asking` | from options to a plan |
| `plan` | what is asked for, and what decides the answer |
| `struggles` | several scenarios played by one set of parameters, held to their targets |
| `folder` | a calibration on disk: who it belongs to, and its finished pieces |
| `work` | pieces of work on threads, within a budget of time |
| `screen` | which parameters to free |
| `priors` | the prior of a fit, and what the struggles make of it |
| `fit` | from the prior to the posterior |
| `check` | accepted sets under luck that they were not fitted to |
| `renew` | a posterior under rules that were rewritten and say the same |
| `summary` | what is said in the end |
| `calibrate` | all of it, in order |
"""
