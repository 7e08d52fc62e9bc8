"""Dialogs: for decisions, and for details that a person asks for."""
