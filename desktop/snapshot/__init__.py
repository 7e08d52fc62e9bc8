"""Pictures of the map, painted off the screen by the same page as the window's."""

from desktop.snapshot.camera import Camera, Picture
from desktop.snapshot.png import frame_texts, save_png
from desktop.snapshot.writing import picture_manifest, picture_of, write_png

__all__ = [
    "Camera",
    "Picture",
    "frame_texts",
    "picture_manifest",
    "picture_of",
    "save_png",
    "write_png",
]
