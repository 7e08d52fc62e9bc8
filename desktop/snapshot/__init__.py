"""Pictures of the map, painted off the screen by the same page as the window's; see camera.py."""

from desktop.snapshot.camera import Camera
from desktop.snapshot.png import frame_texts, save_png
from desktop.snapshot.shot import Shot
from desktop.snapshot.studio import Order, Studio
from desktop.snapshot.waiting import picture, pictures
from desktop.snapshot.writing import (
    alt_text,
    close_camera,
    open_camera,
    picture_manifest,
    picture_texts,
    save_picture,
    shot_of,
    write_picture,
)

__all__ = [
    "Camera",
    "Order",
    "Shot",
    "Studio",
    "alt_text",
    "close_camera",
    "frame_texts",
    "open_camera",
    "picture",
    "picture_manifest",
    "picture_texts",
    "pictures",
    "save_picture",
    "save_png",
    "shot_of",
    "write_picture",
]
