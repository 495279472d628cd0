"""Packs that travel: taken from a zip or another site's catalogue, or made of a lesson.

`add.py` is the command for zips and catalogues, `bring.py` the one for lessons. What comes from
elsewhere is read in memory first: `unzip.py` and `names.py` refuse an archive that is not what it
seems, `bundle.py` compares it with its own list, `examine.py` checks the site as it would be. Then
`compare.py` says what would change, and `put.py` writes it, whole or not at all.
"""
