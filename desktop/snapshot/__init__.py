"""Pictures of the map, painted off the screen by the same page as the window's; see camera.py."""

from desktop.snapshot.camera import Camera
from desktop.snapshot.png import frame_texts, save_png
from desktop.snapshot.shot import Part, Shot
from desktop.snapshot.studio import Order, Studio
from desktop.snapshot.waiting import picture, pictures
from desktop.snapshot.writing import (
    close_camera,
    open_camera,
    picture_manifest,
    shot_of,
    write_png,
)

__all__ = [
    "Camera",
    "Order",
    "Part",
    "Shot",
    "Studio",
    "close_camera",
    "frame_texts",
    "open_camera",
    "picture",
    "picture_manifest",
    "pictures",
    "save_png",
    "shot_of",
    "write_png",
]
