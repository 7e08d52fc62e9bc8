"""Peoples and blocs: “Nigerien”, “the West”."""
