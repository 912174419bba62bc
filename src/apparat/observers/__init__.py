"""Observers: they watch and never act. Leaving one out changes no event, no vote and no digest.

| module | holds |
| --- | --- |
| `yardsticks` | who leads, by conduct, by power, and with no alternative left; control and favour |
| `probes` | recorded motions put hypothetically on their dates |
| `traces` | what they would leave behind by asking, and how it is put back |
| `census` | who sits and serves where each month; posts filled, secretaries moved, committees renewed |
"""
