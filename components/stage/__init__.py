"""A talk as one value that any screen can play: slides in Python, the player in the browser."""
