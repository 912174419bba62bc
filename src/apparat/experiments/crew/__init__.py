"""Who does the work: threads of this process, processes of this machine, or a cluster; one way to ask them.

A job is what is done, an item is what it is done to, and a crew does a job to many items. No crew changes any
result. Dask is imported only where a cluster, or processes, are asked for.

| file | holds |
| --- | --- |
| `crew` | what a crew is; items worked through as they finish, or in order |
| `threads` | a crew of threads |
| `cluster` | a crew of worker processes, reached through a Dask scheduler |
| `parcel` | a job as it travels, and what happens to it in a worker |
| `terms` | what a worker must have in common with whoever asks: program, versions, folder |
| `hire` | the crew that options ask for |
"""
