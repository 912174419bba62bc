"""Validation: the model held to the record, beside what others would have said.

| module | holds |
| --- | --- |
| `asked` | scenarios, targets and readings that are asked for |
| `played` | targets measured over many runs, on threads |
| `forecasters` | the model and the baselines on each target |
| `rivals` | rival theories on each target |
| `rows` | what is told of each target, each forecaster, each struggle left out |
| `wins` | which wins where |
| `verdict` | the conclusion, and where the model fails |
| `validate` | all of it, in order |
| `face` | the call of the public face |
"""
