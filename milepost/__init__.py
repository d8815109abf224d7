"""The command line client: ticks, logs time and shows where you stand, over the API of a Milepost site.

`python -m milepost --help`. It needs the extra `client`, and nothing of the site's own code.
"""
