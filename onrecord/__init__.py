"""Who is on record saying what, what they promised, and whether it held."""

__all__ = ["__version__"]

__version__ = "0.1.0"
