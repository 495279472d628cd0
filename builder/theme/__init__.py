"""Themes: a chain of folders, one stylesheet, and templates as makers of outputs."""

from __future__ import annotations

from builder.theme.folder import Folder
from builder.theme.template import Template
from builder.theme.theme import StaticFile, Theme, load

__all__ = ["Folder", "StaticFile", "Template", "Theme", "load"]
