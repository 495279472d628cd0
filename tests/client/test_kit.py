"""The print kit without its page, run in Node: what is chosen, what comes of it, what is copied."""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from builder.clock import CLOSE_LAP_IDS, minutes_seconds
from builder.site import line
from builder.site.line import Stretch
from builder.site.print_kit import words
from builder.site.timing import timing
from builder.words import Translator
from tests.clock.packs import cases, pack_of, told
from themes.default.client import bundle
