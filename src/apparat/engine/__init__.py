"""Engine: carries runs through the months.

| module | holds |
| --- | --- |
| `opening` | what is drawn when a run opens: traits, tempers, officials and their ties |
| `play` | the compiled loop over months; the digest |
| `block` | many runs one after the other, and their tables |
| `engine` | the door: build, warm, block, history, checkpoint |
"""
