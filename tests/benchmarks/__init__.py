"""How fast peerpress is, as ratios taken in one run. Nothing here is a test."""
