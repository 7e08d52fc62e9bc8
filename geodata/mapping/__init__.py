"""The Folium map page: its HTML, its data, its files, and the messages to and from it."""

from geodata.mapping.assets import Asset, page_assets
from geodata.mapping.build import Mode, Opening, build_page
from geodata.mapping.content import (
    Extent,
    PageContent,
    PageQuote,
    PageRegion,
    PageSource,
)
from geodata.mapping.extent import beyond, extent_of, extent_of_view, whole_extent
from geodata.mapping.legend import LegendItem, layer_totals, legend_items
from geodata.mapping.messages import Theme
from geodata.mapping.page_data import DATA_PATH, page_data
from geodata.mapping.story_page import Line, PageStory, StoryNote, StoryStep

__all__ = [
    "DATA_PATH",
    "Asset",
    "Extent",
    "LegendItem",
    "Line",
    "Mode",
    "Opening",
    "PageContent",
    "PageQuote",
    "PageRegion",
    "PageSource",
    "PageStory",
    "StoryNote",
    "StoryStep",
    "Theme",
    "beyond",
    "build_page",
    "extent_of",
    "extent_of_view",
    "layer_totals",
    "legend_items",
    "page_assets",
    "page_data",
    "whole_extent",
]
