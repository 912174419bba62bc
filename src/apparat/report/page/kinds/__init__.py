"""What each kind of result says of itself. A file is named after the schema (`apparat/what-if/1`: `what_if`)
and has one public function, `told`.

| file | holds |
| --- | --- |
| `ensemble` | who led, how often |
| `run`, `replay` | what happened in one run |
| `what_if` | what an intervention changes |
| `contrast` | motions staged under every combination of causes |
| `why` | one event of one run |
| `explain` | what each cause contributed |
| `branch` | how much was decided by a date |
| `flows` | how far wishes rise and orders fall |
| `validation` | the report card |
| `calibration` | what the record says of parameters |
| `sensitivity` | what an answer hangs on |
| `record_show` | one statement or row of the record, and who says otherwise |
| `record_people`, `record_bodies` | what the record holds of a person, of a body |
"""
