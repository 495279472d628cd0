"""The site over HTTP, for the person at this machine and nobody else.

A server on this machine can be reached by every web page that the author has open, so it answers
only requests that name this machine as their host, come from no other origin, and ask to read. It
serves the built bytes with exactly two edits: the page may connect to this server, and one script
is added.
"""

from __future__ import annotations

import json
import os
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

if TYPE_CHECKING:
    from builder.serve.state import State

HOST = "127.0.0.1"
NAMES = (HOST, "localhost", "[::1]")
"""What this machine is called in an address."""
WEB_PORT = 80
"""The port that an address leaves out."""
EVENTS = "/.peerpress/events"
SCRIPT = "/.peerpress/live.js"
EDITS = (
    (b"connect-src 'none'", b"connect-src 'self'"),
    (b"</head>", b'<script src="/.peerpress/live.js" defer></script></head>'),
)
"""What is changed in a page, each once: before and after."""
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
PATIENCE = 15.0
"""Seconds between two signs of life to the browser."""


def edited(page: bytes) -> bytes:
    """Return a page as it is served."""
    for before, after in EDITS:
        page = page.replace(before, after, 1)
    return page


class Server(ThreadingHTTPServer):
    """Serves a folder on this machine."""

    daemon_threads = True
    server_name = HOST

    def __init__(self, out: Path, state: State, port: int) -> None:
        """Open the port; 0 takes any that is free."""
        super().__init__((HOST, port), partial(_Handler, out, state))

    def server_bind(self) -> None:
        """Open the port, without asking the network for this machine's name."""
        TCPServer.server_bind(self)
        self.server_port = self.server_address[1]

    @property
    def address(self) -> str:
        """The address to open."""
        return f"http://{HOST}:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "peerpress"
    sys_version = ""

    def __init__(self, out: Path, state: State, *rest: object) -> None:
        self.out = out
        self.state = state
        server = rest[-1]
        self.port = server.server_port if isinstance(server, ThreadingHTTPServer) else 0
        super().__init__(*rest)  # type: ignore[arg-type]

    def handle_one_request(self) -> None:
        """Answer, unless the browser has gone meanwhile."""
        try:
            super().handle_one_request()
        except ConnectionError:
            self.close_connection = True

    def do_GET(self) -> None:
        """Answer a request to read."""
        if not self._is_ours():
            self._send(HTTPStatus.FORBIDDEN, b"not for this page\n", ".txt")
            return
        path = urlsplit(self.path).path
        if path == EVENTS:
            self._events()
        elif path == SCRIPT:
            self._send(HTTPStatus.OK, (Path(__file__).parent / "live.js").read_bytes(), ".js")
        else:
            self._file(path)

    do_HEAD = do_GET  # noqa: N815 - the interface's own

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse what is no request to read: with 405 where the method is known, else as it is."""
        if code == HTTPStatus.NOT_IMPLEMENTED:
            self.close_connection = True
            self._send(HTTPStatus.METHOD_NOT_ALLOWED, b"this server can only be read\n", ".txt")
            return
        super().send_error(code, message, explain)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the interface's own
        """Keep the terminal for what matters."""

    def _is_ours(self) -> bool:
        """Whether the request comes from a page of this server, or from the address bar."""
        hosts = {f"{name}:{self.port}" for name in NAMES}
        if self.port == WEB_PORT:
            hosts |= set(NAMES)
        origin = self.headers.get("Origin")
        if self.headers.get("Host") not in hosts:
            return False
        if origin is not None and origin not in {f"http://{host}" for host in hosts}:
            return False
        if self.headers.get("Sec-Fetch-Dest") == "document":
            return True  # a link somewhere else may be followed, to a page of its own
        return self.headers.get("Sec-Fetch-Site", "none") in {"none", "same-origin"}

    def _file(self, path: str) -> None:
        with self.state.building:
            found = self._find(path)
            if found is not None and found.is_dir():
                self._to_folder(path)
                return
            if found is None:
                missing = self.out / "404.html"
                page = missing.read_bytes() if missing.is_file() else b"<p>Not here.</p></head>"
                self._send(HTTPStatus.NOT_FOUND, edited(page), ".html")
                return
            data = found.read_bytes()
        self._send(HTTPStatus.OK, edited(data) if found.suffix == ".html" else data, found.suffix)

    def _to_folder(self, path: str) -> None:
        """Send the browser to a folder's own address, where the links of its page are right."""
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", quote(f"/{unquote(path).strip('/')}/"))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _find(self, path: str) -> Path | None:
        """Return the published file of an address: a regular one, really inside the folder.

        A folder with an index is given where the address lacks its last slash.
        """
        name = unquote(path, errors="replace").lstrip("/")
        if "\0" in name or "\\" in name or "\ufffd" in name:
            return None
        try:
            here = Path(os.path.realpath(self.out / name))
            page = here if here.is_file() else Path(os.path.realpath(here / "index.html"))
            inside = page.is_relative_to(os.path.realpath(self.out)) and page.is_file()
            if not inside or (page == here and path.endswith("/")):
                return None
            return page if page == here or path.endswith("/") else here
        except OSError:
            return None

    def _send(self, status: HTTPStatus, data: bytes, suffix: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if status == HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _events(self) -> None:
        """Tell the browser of every build, as server-sent events."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        turn = -2
        while self.command != "HEAD":
            now, version, problems = self.state.wait(turn, PATIENCE)
            if now == -1:
                return
            line = b": still here\n\n"
            if now != turn:
                data = json.dumps({"version": version, "problems": problems})
                line = f"data: {data}\n\n".encode()
            turn = now
            try:
                self.wfile.write(line)
                self.wfile.flush()
            except OSError:
                return
