"""Results for readers: renderables that the terminal prints, and pictures.

| file | holds |
| --- | --- |
| `narration` | a run told month by month |
| `names` | long names, broken at their joints |
| `ensemble` | an ensemble's tables and chart |
| `branch`, `branch_picture` | a tree of outcomes |
| `bars` | bars and curves out of characters |
| `calibration`, `calibration_picture` | what a calibration found |
| `sensitivity`, `sensitivity_picture` | what an answer hangs on |
| `validation`, `validation_picture` | the report card |
| `drawing` | what pictures share |
| `flows`, `flows_picture` | arrows between levels, as tables and as a picture |
| `picture` | who leads over time, as SVG or PNG |
| `page` | an experiment as one HTML page |
| `why`, `why_picture` | why one event of a run came about |
| `what_if`, `what_if_picture` | what an intervention changes, as tables and as a picture |
| `explain`, `explain_picture` | what each cause contributed, likewise |
| `contrast`, `contrast_picture` | a recorded vote under every combination of causes |
"""
