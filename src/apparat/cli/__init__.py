"""The command line, a thin face: every command makes one call and prints its result.

| file | holds |
| --- | --- |
| `main` | the command `apparat`, its exit codes, faults |
| `run`, `ensemble`, `replay`, `calibrate`, `sensitivity`, `validate`, `record`, `scenario` | a command each |
| `record_views`, `scenario_views` | what the last two print |
| `common` | options, output and progress that commands share |
"""
