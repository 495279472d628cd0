"""The nouns of peerpress: what authors write, what reading gives, and what a site is."""
