"""The story in the window: its bookmarks, their captions, and the files that tell it."""
