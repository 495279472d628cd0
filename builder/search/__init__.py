"""The search index: words of the site with the passages they stand in, as classic scripts.

`tokens` says what the words of a text are, and the client has a twin of it. `part` takes in some
entries; `index` puts parts together, in pieces that a page loads as it needs them; `numbers` writes
lists of passages in few characters. All of it is pure.
"""
