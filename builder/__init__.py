"""peerpress: session packs and resource-centre pages become a site, guides and downloads."""

__version__ = "0.1.0"
