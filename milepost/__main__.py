"""`python -m milepost`"""

from milepost.app import run

run()
