"""The handout on paper: usual and in large print."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.site import Site
from builder.pdf import press
from builder.plan import Output
from builder.site import paper
from builder.site.handout_paper import handout_paper
from builder.site.scope import Scope
from builder.theme import Theme
from builder.theme.design import design


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the handouts of every pack of the scope, on each paper."""
    for kit in site.all_kits:
        words = theme.words.of(kit.language)
        for copy in paper.copies(scope, "handout", kit.id):
            look = design(theme.folders, site.config.theme_options)
            maker = press("handout.typ", look, words)
            yield Output(copy.path, maker, handout_paper(site, kit, scope, copy))
        for copy in paper.copies(scope, "large", kit.id):
            look = design(theme.folders, site.config.theme_options)
            maker = press("handout.typ", look, words, "usual", "handout.typ")
            yield Output(copy.path, maker, handout_paper(site, kit, scope, copy, large=True))
