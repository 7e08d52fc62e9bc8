"""The dialog that shapes a picture of the map."""

from desktop.dialogs.picture.dialog import PictureDialog, Proposal
from desktop.dialogs.picture.size_field import SizeField

__all__ = ["PictureDialog", "Proposal", "SizeField"]
