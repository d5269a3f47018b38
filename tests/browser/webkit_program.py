"""A browser made of WebKitGTK whose profile lies in a folder: under a driver MiniBrowser keeps nothing.

A program by itself, which WebKitWebDriver starts and leads: `python tests/browser/webkit_program.py FOLDER`.
It is made of the library that MiniBrowser brings along, called as it is, so that no binding is needed. Where
FOLDER holds a `script.js`, each page begins with it. A page that crashes is loaded anew, as in Safari.
"""

import ctypes
import sys
from ctypes import CDLL, CFUNCTYPE, c_char_p, c_size_t, c_void_p
from pathlib import Path
from typing import Any

# What this build of WebKit can do and leaves out unless told, as Safari does not. Files of an origin it has
# too, and refuses to flush them (2.50): the second copy of what is unsettled cannot be tried on it.
FEATURES = (b"StorageAPI", b"StorageAPIEstimate")
_WIDTH, _HEIGHT = 320, 740
_IN_SQLITE = 1
_ON_TOP, _AT_THE_START = 1, 0

_gtk = CDLL("libgtk-3.so.0")
_gobject = CDLL("libgobject-2.0.so.0")
_webkit = CDLL("libwebkit2gtk-4.1.so.0")
_OnStart = CFUNCTYPE(None, c_void_p, c_void_p, c_void_p)
_OnView = CFUNCTYPE(c_void_p, c_void_p, c_void_p)
_OnClose = CFUNCTYPE(None, c_void_p, c_void_p)
_OnCrash = CFUNCTYPE(None, c_void_p, ctypes.c_int, c_void_p)


def run(folder: Path) -> None:
    """Serve the driver until a signal ends this."""
    _gtk.gtk_init(None, None)
    context = _context_over(folder)
    made_of = {
        b"web-context": context,
        b"settings": _settings(),
        b"user-content-manager": _begun_by(folder / "script.js"),
    }
    new_view = _OnView(lambda _, __: _shown(made_of))

    def on_start(_: int, automation: int, __: int) -> None:
        about = _new(_webkit.webkit_application_info_new)
        _webkit.webkit_application_info_set_name(about, b"MiniBrowser")
        _webkit.webkit_automation_session_set_application_info(c_void_p(automation), about)
        _on(c_void_p(automation), b"create-web-view", new_view)

    started = _OnStart(on_start)
    _webkit.webkit_web_context_set_automation_allowed(context, 1)
    _on(context, b"automation-started", started)
    _gtk.gtk_main()


def _context_over(folder: Path) -> c_void_p:
    """Where databases, marks, files, caches and cookies are kept."""
    data, cache = (c_char_p(bytes(folder / name)) for name in ("data", "cache"))
    names = c_char_p(b"base-data-directory"), c_char_p(b"base-cache-directory")
    manager = _new(_webkit.webkit_website_data_manager_new, names[0], data, names[1], cache, None)
    context = _new(_webkit.webkit_web_context_new_with_website_data_manager, manager)
    cookies = _new(_webkit.webkit_web_context_get_cookie_manager, context)
    _webkit.webkit_cookie_manager_set_persistent_storage(cookies, bytes(folder / "cookies"), _IN_SQLITE)
    return context


def _settings() -> c_void_p:
    settings, features = (
        _new(_webkit.webkit_settings_new),
        _new(_webkit.webkit_settings_get_all_features),
    )
    _webkit.webkit_feature_get_identifier.restype = c_char_p
    missing = set(FEATURES)
    for place in range(_webkit.webkit_feature_list_get_length(features)):
        feature = _new(_webkit.webkit_feature_list_get, features, c_size_t(place))
        if (name := _webkit.webkit_feature_get_identifier(feature)) in missing:
            _webkit.webkit_settings_set_feature_enabled(settings, feature, 1)
            missing.discard(name)
    assert not missing, f"this WebKit has no {missing}"
    return settings


def _begun_by(script: Path) -> c_void_p:
    content = _new(_webkit.webkit_user_content_manager_new)
    if script.exists():
        source = c_char_p(script.read_bytes())
        first = _new(_webkit.webkit_user_script_new, source, _ON_TOP, _AT_THE_START, None, None)
        _webkit.webkit_user_content_manager_add_script(content, first)
    return content


def _shown(made_of: dict[bytes, c_void_p]) -> int | None:
    """A view in a window of its own, led by the driver."""
    _webkit.webkit_web_view_get_type.restype = c_size_t
    told = [part for name, value in made_of.items() for part in (c_char_p(name), value)]
    view = _new(
        _gobject.g_object_new,
        c_size_t(_webkit.webkit_web_view_get_type()),
        c_char_p(b"is-controlled-by-automation"),
        1,
        *told,
        None,
    )
    _on(view, b"web-process-terminated", _load_anew)
    _on(view, b"close", _close)
    window = _new(_gtk.gtk_window_new, 0)
    _gtk.gtk_window_set_default_size(window, _WIDTH, _HEIGHT)
    _gtk.gtk_container_add(window, view)
    _gtk.gtk_widget_show_all(window)
    return view.value


@_OnCrash
def _load_anew(view: int, _: int, __: int) -> None:
    _webkit.webkit_web_view_reload(c_void_p(view))


@_OnClose
def _close(view: int, _: int) -> None:
    _gtk.gtk_widget_destroy(_new(_gtk.gtk_widget_get_toplevel, c_void_p(view)))


def _on(thing: c_void_p, signal: bytes, do: Any) -> None:
    _gobject.g_signal_connect_data(thing, c_char_p(signal), do, None, None, 0)


def _new(make: Any, *given: Any) -> c_void_p:
    make.restype = c_void_p
    made = make(*given)
    assert made, f"{make.__name__} gave nothing"
    return c_void_p(made)


if __name__ == "__main__":
    run(Path(sys.argv[1]))
