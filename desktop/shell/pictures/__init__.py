"""Pictures of the map: choosing, saving and copying them, and coming back by one."""

from desktop.shell.pictures.gallery import Gallery, make_gallery
from desktop.shell.pictures.picturing import Picturing
from desktop.shell.pictures.standing import Stage

__all__ = ["Gallery", "Picturing", "Stage", "make_gallery"]
