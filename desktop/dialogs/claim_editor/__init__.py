"""A claim with every field open to correction, and its evidence beside it."""

from desktop.dialogs.claim_editor.dialog import UNKNOWN_ACTOR, ClaimEditor

__all__ = ["UNKNOWN_ACTOR", "ClaimEditor"]
