from .commands import begin as start

__all__ = ["start"]
