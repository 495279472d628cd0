"""From parts to a site: what only shows across files, and the addresses of everything."""
