"""The logger that asyncio writes to."""

import logging

logger = logging.getLogger(__package__)
