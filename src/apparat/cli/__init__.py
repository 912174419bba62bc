"""The command line, a thin face: every command makes one call and prints its result.

| file | holds |
| --- | --- |
| `main` | the command `apparat`, its exit codes, faults |
| `run`, `ensemble`, `replay`, `what_if`, `explain`, `contrast`, `why`, `branch`, `flows` | a command each |
| `calibrate`, `sensitivity`, `validate`, `record`, `scenario`, `web` | likewise |
| `record_views`, `scenario_views` | what `record` and `scenario` print |
| `report` | an experiment as a page |
| `options` | options that several commands have |
| `progress` | how they show that they get on |
| `common` | how they give out their answers |
"""
