"""The map in the window: the only room, with `snapshot`, that knows the web engine."""
