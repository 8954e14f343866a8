"""What holds for every test: machines are shared and slow at times, so no property is judged by the clock."""

from hypothesis import settings

settings.register_profile("onrecord", deadline=None)
settings.load_profile("onrecord")
