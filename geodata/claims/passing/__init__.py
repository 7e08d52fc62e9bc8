"""Forces told of in passing: by pointing back, in fragments, lists and short answers."""
