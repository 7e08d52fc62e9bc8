"""Layers and legend."""

from desktop.views.layers.panel import LayersPanel

__all__ = ["LayersPanel"]
