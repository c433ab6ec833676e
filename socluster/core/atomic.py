"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import uuid
from pathlib import Path

from socluster.core.errors import InputError, Problem

__all__ = ["write_at_once"]


def write_at_once(target: Path, text: str) -> None:
    """Write a text as UTF-8 beside the target and rename, so that the target is never half written.

    Raises
    ------
    InputError
        If it cannot be written there.
    """
    scratch = target.with_name(f".{uuid.uuid4().hex}{target.suffix}")
    try:
        scratch.write_bytes(text.encode())
        os.replace(scratch, target)
    except OSError as error:
        raise InputError(Problem(f"cannot be written: {error.strerror or error}", file=str(target))) from error
    finally:
        scratch.unlink(missing_ok=True)
