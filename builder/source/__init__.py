"""From files to parts: each file is scanned, read and checked alone."""
