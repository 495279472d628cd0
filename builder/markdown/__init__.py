"""Markdown: one reading of a text, from which every page and every sheet of paper is made.

1. `containers.py` lists our `::: name` containers and matches openers with closers, line by line.
2. `parser.py` sets up the Markdown library and teaches it the containers.
3. `convert.py` turns the library's tokens into a content tree (`tree.py`): plain JSON data. On the
   way `inline.py` turns words and links, `notes.py` sets footnotes where they are referred to,
   `script.py` finds the voices of texts read aloud, `slug.py` names the headings, `places.py`
   finds where a link is written and `checks.py` looks at the containers. Whatever is wrong becomes
   a problem with its line (`report.py`).
4. `parse.py` puts these together: a body goes in; a tree, its facts and its problems come out.
5. `audience.py` cuts a tree down to what one audience may see. Nothing is made of a tree before.
6. `html.py` (with `boxes.py`) writes HTML; `text.py` writes plain text; `mail.py` writes links that
   open a mail with it. The print design reads the same trees as data.

`deck.py` cuts a file of cards apart before its parts are read, and `address.py` says which links
lead inside the site.
"""
