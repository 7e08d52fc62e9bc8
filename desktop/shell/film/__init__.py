"""Animations from the window: what is asked, the pictures one after the other, the file."""
