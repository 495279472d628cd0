"""The server: the built bytes with two edits, for this machine's own pages and nobody else's."""

from __future__ import annotations

import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from builder.serve.server import EDITS, EVENTS, SCRIPT, Server
from builder.serve.state import State

CSP = "default-src 'self'; connect-src 'none'; img-src 'self'"
PAGE = f"""<!doctype html>
<html><head><meta http-equiv="Content-Security-Policy" content="{CSP}">
<title>A page</title></head><body><p>Text that says connect-src 'none' and &lt;/head&gt;.</p>
</body></html>
""".encode()
FILES = {
    "index.html": PAGE,
    "404.html": PAGE.replace(b"A page", b"Nothing here"),
    "notes/index.html": PAGE.replace(b"A page", b"Notes"),
    "notes/ā b.html": PAGE,
    "assets/site.css": b"p { color: red } /* </head> connect-src 'none' */",
    "sessions/hello.zip": b"PK\x03\x04",
    "feed.xml": b"<feed/>",
    "plain": b"no suffix",
}


@dataclass
class Answer:
    """What the server answered."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


class Desk:
    """A server of a folder, asked by hand."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.state = State()
        self.server = Server(out, self.state, 0)
        self.port = self.server.server_address[1]
        arguments = {"target": self.server.serve_forever, "args": (0.01,), "daemon": True}
        threading.Thread(**arguments).start()  # type: ignore[arg-type]

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path as it stands, with headers whose `_` are hyphens."""
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        link.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        link.putheader("Host", headers.pop("Host", f"127.0.0.1:{self.port}"))
        for name, value in headers.items():
            link.putheader(name.replace("_", "-"), value)
        link.endheaders()
        found = link.getresponse()
        answer = Answer(found.status, found.headers, found.read())
        link.close()
        return answer

    def raw(self, request: bytes) -> bytes:
        """Send bytes as they stand, and return all that comes back."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as link:
            link.sendall(request)
            link.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: link.recv(4096), b""))

    def events(self) -> Iterator[dict[str, Any]]:
        """Give the news as they come."""
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        link.request("GET", EVENTS)
        stream = link.getresponse()
        assert stream.headers["Content-Type"] == "text/event-stream"
        while line := stream.readline():
            if line.startswith(b"data: "):
                yield json.loads(line.removeprefix(b"data: "))
        link.close()

    def is_alive(self) -> bool:
        """Whether it still answers as it should."""
        return self.ask("/").status == 200


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give a server of a few files, with something outside of them that it must not show."""
    out = tmp_path / "site/public"
    for name, data in FILES.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(data)
    (tmp_path / "site/site.yaml").write_text("SECRET", encoding="utf-8")
    (tmp_path / "site/public-too").mkdir()
    (tmp_path / "site/public-too/index.html").write_text("SECRET", encoding="utf-8")
    made = Desk(out)
    yield made
    made.state.stop()
    made.server.shutdown()
    made.server.server_close()


# Bytes


def undone(page: bytes) -> bytes:
    """Return a page as it was before it was served."""
    for before, after in reversed(EDITS):
        assert page.count(after) == 1
        page = page.replace(after, before, 1)
    return page


@pytest.mark.parametrize("path", ["/", "/index.html", "/notes/", "/notes/%C4%81%20b.html"])
def test_a_page_is_the_built_one_but_for_two_edits(desk: Desk, path: str) -> None:
    """Each made once: where the policy and the end of the head stand, and not in the text."""
    served = desk.ask(path)
    name = {"/": "index.html", "/notes/": "notes/index.html"}.get(path, "notes/ā b.html")
    name = path.removeprefix("/") if path == "/index.html" else name
    assert undone(served.body) == FILES[name]
    assert len(EDITS) == 2
    assert b"says connect-src 'none' and" in served.body


@pytest.mark.parametrize("name", ["assets/site.css", "sessions/hello.zip", "feed.xml", "plain"])
def test_what_is_no_page_is_served_as_it_is(desk: Desk, name: str) -> None:
    """Byte for byte."""
    assert desk.ask(f"/{name}").body == FILES[name]


@pytest.mark.parametrize(
    "path,kind",
    [
        ("/", "text/html; charset=utf-8"),
        ("/assets/site.css", "text/css; charset=utf-8"),
        ("/sessions/hello.zip", "application/zip"),
        ("/plain", "application/octet-stream"),
        (SCRIPT, "text/javascript; charset=utf-8"),
    ],
)
def test_every_file_has_its_type_and_is_not_kept(desk: Desk, path: str, kind: str) -> None:
    """A browser neither guesses nor shows yesterday's page."""
    headers = desk.ask(path).headers
    assert headers["Content-Type"] == kind
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"


def test_head_has_the_headers_and_no_body(desk: Desk) -> None:
    """The length is that of what a GET would bring."""
    got, headed = desk.ask("/"), desk.ask("/", "HEAD")
    assert headed.status == 200
    assert headed.body == b""
    assert headed.headers["Content-Length"] == str(len(got.body))
    assert desk.ask(EVENTS, "HEAD").body == b""


@pytest.mark.parametrize("path", ["/nowhere.html", "/notes/nowhere", "/index.html/", "/a/b/c/"])
def test_what_is_not_there_shows_the_sites_own_page_for_it(desk: Desk, path: str) -> None:
    """With the edits, so that it reloads when the page comes to be."""
    served = desk.ask(path)
    assert served.status == 404
    assert undone(served.body) == FILES["404.html"]


def test_before_the_first_good_build_a_page_stands_in(desk: Desk) -> None:
    """It has the script, so that problems can lie over it."""
    (desk.out / "404.html").unlink()
    served = desk.ask("/nowhere.html")
    assert served.status == 404
    assert SCRIPT.encode() in served.body


def test_a_folder_is_shown_at_its_own_address(desk: Desk) -> None:
    """From where the relative links of its page are right."""
    served = desk.ask("/notes?day=1")
    assert (served.status, served.headers["Location"]) == (302, "/notes/")
    assert desk.ask("//notes").headers["Location"] == "/notes/"
    assert desk.ask("/assets").status == 404


def test_the_address_may_have_a_query(desk: Desk) -> None:
    """Which is not looked at."""
    assert desk.ask("/index.html?q=x").status == 200


# Strangers


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "", "localhost."]
)
def test_another_host_is_refused(desk: Desk, host: str) -> None:
    """A name of somebody else's that leads to this machine is how their page would ask."""
    served = desk.ask("/", Host=host.format(port=desk.port))
    assert served.status == 403
    assert b"A page" not in served.body
    assert desk.is_alive()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_each_name_of_this_machine_is_good(desk: Desk, host: str) -> None:
    """People type what they are used to."""
    assert desk.ask("/", Host=f"{host}:{desk.port}").status == 200


@pytest.mark.parametrize("path", ["/", EVENTS, SCRIPT, "/nowhere"])
@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1:{port}"]
)
def test_another_origin_is_refused(desk: Desk, path: str, origin: str) -> None:
    """Whatever it asks for."""
    assert desk.ask(path, Origin=origin.format(port=desk.port)).status == 403


def test_its_own_origin_is_good(desk: Desk) -> None:
    """A page of the site asks for its script."""
    assert desk.ask(SCRIPT, Origin=f"http://localhost:{desk.port}").status == 200


@pytest.mark.parametrize(
    "site,destination,status",
    [
        ("same-origin", "script", 200),
        ("none", "document", 200),
        ("cross-site", "document", 200),
        ("cross-site", "script", 403),
        ("cross-site", "image", 403),
        ("cross-site", "iframe", 403),
        ("same-site", "script", 403),
    ],
)
def test_a_strangers_page_may_link_here_and_no_more(
    desk: Desk, site: str, destination: str, status: int
) -> None:
    """It may not take in a script or a picture, for which browsers send no origin."""
    headers = {"Sec_Fetch_Site": site, "Sec_Fetch_Dest": destination}
    assert desk.ask("/assets/site.css", **headers).status == status


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "XYZ"])
def test_the_server_can_only_be_read(desk: Desk, method: str) -> None:
    """And it says how."""
    served = desk.ask("/", method)
    assert served.status == 405
    assert served.headers["Allow"] == "GET, HEAD"
    assert served.headers["Connection"] == "close"
    assert desk.is_alive()


def test_a_body_that_comes_along_is_not_taken_for_another_request(desk: Desk) -> None:
    """The line is closed after the refusal."""
    inner = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{desk.port}\r\n\r\n"
    request = (
        f"POST / HTTP/1.1\r\nHost: 127.0.0.1:{desk.port}\r\nContent-Length: {len(inner)}\r\n\r\n"
    )
    answer = desk.raw((request + inner).encode())
    assert answer.count(b"HTTP/1.1 ") == 1
    assert b"405" in answer.splitlines()[0]


TRAVERSALS = (
    "/../site.yaml",
    "/notes/../../site.yaml",
    "/..%2fsite.yaml",
    "/%2e%2e/site.yaml",
    "/%2e%2e%2fsite.yaml",
    "/..%5csite.yaml",
    "/..\\site.yaml",
    "/notes/..%5c..%5csite.yaml",
    "/%252e%252e/site.yaml",
    "/....//site.yaml",
    "/.%00./site.yaml",
    "/..%00/site.yaml",
    "/%c0%ae%c0%ae/site.yaml",
    "/%ff%fe/site.yaml",
    "//site.yaml",
    "///../site.yaml",
    "/../public-too/",
    "/../public-too/index.html",
    "/..",
    "/../",
    "/index.html%00.txt",
    "/" + "a" * 5000,
    "/" + "a/" * 2000,
    "/" + "../" * 300 + "etc/passwd",
    "//etc/passwd",
    "/file:///etc/passwd",
    "http://127.0.0.1/../site.yaml",
    "/C:/site.yaml",
    "/%7e/site.yaml",
    "/http:%2f%2fexample.org/",
    "/\u202e",
)


@pytest.mark.parametrize("path", TRAVERSALS, ids=lambda path: path[:30])
def test_nothing_outside_of_the_folder_is_served(desk: Desk, path: str) -> None:
    """However the way out is written; and the server lives."""
    host = f"Host: 127.0.0.1:{desk.port}\r\nConnection: close\r\n\r\n"
    answer = desk.raw(f"GET {path} HTTP/1.1\r\n{host}".encode())
    status = int(answer.split(None, 2)[1])
    assert status in {400, 404}
    assert b"SECRET" not in answer
    assert b"root:" not in answer
    assert desk.is_alive()


def test_a_link_that_leads_out_is_not_followed(desk: Desk) -> None:
    """One that stays inside is."""
    (desk.out / "out.yaml").symlink_to(desk.out.parent / "site.yaml")
    (desk.out / "away").symlink_to(desk.out.parent / "public-too")
    (desk.out / "in.css").symlink_to(desk.out / "assets/site.css")
    for path in ("/out.yaml", "/away/", "/away/index.html", "/away"):
        served = desk.ask(path)
        assert served.status == 404
        assert b"SECRET" not in served.body
    assert desk.ask("/in.css").status == 200


@pytest.mark.parametrize(
    "request_",
    [
        b"",
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 200 + b"\r\n",
    ],
    ids=lambda request: repr(request[:20]),
)
def test_what_is_no_request_harms_nothing(desk: Desk, request_: bytes) -> None:
    """A browser that tries https first, for one."""
    answer = desk.raw(request_)
    assert b"A page" not in answer
    assert desk.is_alive()


# Events


def test_the_browser_is_told_of_the_version_at_once(desk: Desk) -> None:
    """And of each new one as it comes."""
    news = desk.events()
    assert next(news) == {"version": 0, "problems": ""}
    desk.state.tell("", changed=True)
    assert next(news) == {"version": 1, "problems": ""}


def test_problems_come_with_the_event_and_go_with_the_next(desk: Desk) -> None:
    """The version stays: the last good site is what is shown."""
    news = desk.events()
    next(news)
    desk.state.tell("error[broken-link]: 'ā' leads nowhere")
    assert next(news) == {"version": 0, "problems": "error[broken-link]: 'ā' leads nowhere"}
    assert not desk.state.tell("error[broken-link]: 'ā' leads nowhere")
    desk.state.tell("")
    assert next(news) == {"version": 0, "problems": ""}


def test_every_open_page_is_told(desk: Desk) -> None:
    """Two windows, or a phone held beside."""
    streams = [desk.events() for _ in range(5)]
    for stream in streams:
        next(stream)
    desk.state.tell("", changed=True)
    assert [next(stream)["version"] for stream in streams] == [1] * 5


def test_the_stream_ends_when_the_server_stops(desk: Desk) -> None:
    """So that nothing hangs on."""
    news = desk.events()
    next(news)
    desk.state.stop()
    assert list(news) == []


def test_a_request_waits_while_a_build_writes(desk: Desk) -> None:
    """Nobody sees a site half old and half new."""
    answers: list[Answer] = []
    asking = threading.Thread(target=lambda: answers.append(desk.ask("/")), daemon=True)
    with desk.state.building:
        asking.start()
        time.sleep(0.1)
        assert answers == []
        (desk.out / "index.html").write_bytes(PAGE.replace(b"A page", b"New"))
    asking.join(10)
    assert b"New" in answers[0].body


def test_the_script_needs_no_other_file(desk: Desk) -> None:
    """It is read from the package, whatever lies in the site."""
    script = desk.ask(SCRIPT).body.decode()
    assert EVENTS in script
    assert "innerHTML" not in script
    assert desk.ask("/.peerpress/").status == 404
