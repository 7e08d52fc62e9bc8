"""The web engine's profile: off the record, guarded, with all that a map does not need off."""

from __future__ import annotations

from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEngineProfile,
    QWebEngineSettings,
)

from desktop.webmap.guard import Guard
from desktop.webmap.scheme import SCHEME, PageServer

_OFF = (
    "LocalStorageEnabled",
    "LocalContentCanAccessFileUrls",
    "LocalContentCanAccessRemoteUrls",
    "JavascriptCanOpenWindows",
    "JavascriptCanAccessClipboard",
    "JavascriptCanPaste",
    "AllowRunningInsecureContent",
    "AllowGeolocationOnInsecureOrigins",
    "AllowWindowActivationFromJavaScript",
    "AutoLoadIconsForPage",
    "TouchIconsEnabled",
    "DnsPrefetchEnabled",
    "ErrorPageEnabled",
    "FullScreenSupportEnabled",
    "HyperlinkAuditingEnabled",
    "NavigateOnDropEnabled",
    "PdfViewerEnabled",
    "PluginsEnabled",
    "ScreenCaptureEnabled",
    "SpatialNavigationEnabled",
    "WebGLEnabled",
    "BackForwardCacheEnabled",
)


def make_profile(guard: Guard, server: PageServer) -> QWebEngineProfile:
    """Return a profile that keeps nothing on disk and reaches nothing but the page server."""
    profile = QWebEngineProfile()
    profile.setUrlRequestInterceptor(guard)
    profile.installUrlSchemeHandler(SCHEME, server)
    profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
    profile.setPersistentCookiesPolicy(
        QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
    )
    profile.setPersistentPermissionsPolicy(
        QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime
    )
    profile.setSpellCheckEnabled(False)
    profile.setPushServiceEnabled(False)
    profile.downloadRequested.connect(_refuse_download)
    settings = profile.settings()
    for name in _OFF:
        settings.setAttribute(QWebEngineSettings.WebAttribute[name], False)
    settings.setAttribute(QWebEngineSettings.WebAttribute.WebRTCPublicInterfacesOnly, True)
    return profile


def _refuse_download(download: QWebEngineDownloadRequest) -> None:
    download.cancel()
