"""A small web on this machine, for tests that ask addresses: it answers as told and counts who asks."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[["Handler"], None]


class Web:
    """A host at 127.0.0.1; ``asked`` holds method and path of each request in their order, robots.txt aside."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer | list[Answer]] = {}
        self.robots: Answer = says(404)
        self.asked: list[str] = []
        self.asked_robots = 0
        self.agents: set[str] = set()
        self.times: list[float] = []
        self.hosts: Counter[str] = Counter()
        self.under_way: Counter[str] = Counter()
        self.most_under_way: Counter[str] = Counter()
        self.closing = threading.Event()
        self.lock = threading.Lock()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), type("Of", (Handler,), {"web": self}))
        self.server.daemon_threads = True
        self.server.block_on_close = False
        self.port = self.server.server_address[1]
        self.scheme = "http"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True)

    def __enter__(self) -> Web:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self.server.shutdown()
        self.server.server_close()

    def at(self, path: str, host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def page(self, path: str, *answers: Answer, host: str = "127.0.0.1") -> str:
        """The address of a page that answers so: each request with the next of the answers, then with the last."""
        self.pages[path] = list(answers) or [says(200)]
        return self.at(path, host)


class Handler(BaseHTTPRequestHandler):
    web: Web
    host = ""
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        web, host = self.web, self.headers["Host"].rpartition(":")[0]
        self.host = host
        with web.lock:
            web.agents.add(self.headers["User-Agent"])
            web.hosts[host] += 1
            web.under_way[host] += 1
            web.under_way["all"] += 1
            for name in (host, "all"):
                web.most_under_way[name] = max(web.most_under_way[name], web.under_way[name])
            if self.path == "/robots.txt":
                web.asked_robots += 1
                said = web.robots
            else:
                web.asked.append(f"{self.command} {self.path}")
                web.times.append(time.monotonic())
                answers = web.pages.get(self.path, [says(404)])
                said = answers.pop(0) if len(answers) > 1 else answers[0]
        try:
            said(self)
        except OSError:  # who asked has gone
            self.close_connection = True
        finally:
            self.done()

    def done(self) -> None:
        """The request is no longer under way: who asked may go on as soon as the answer has been sent."""
        host, self.host = self.host, ""
        if host:
            with self.web.lock:
                self.web.under_way[host] -= 1
                self.web.under_way["all"] -= 1

    def say(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.done()
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


def says(status: int, body: bytes = b"", **headers: str) -> Answer:
    return lambda request: request.say(status, body, **headers)


def moves(status: int, to: str) -> Answer:
    return says(status, Location=to)


def only_get(status: int, of_head: int) -> Answer:
    """One word for a GET, and another for a HEAD."""
    return lambda request: request.say(of_head if request.command == "HEAD" else status)


def slowly(seconds: float, status: int = 200) -> Answer:
    def answer(request: Handler) -> None:
        request.web.closing.wait(seconds)
        request.say(status)

    return answer


def never(request: Handler) -> None:
    """Accept, and say nothing."""
    request.web.closing.wait(30)
    request.close_connection = True


def drips(request: Handler) -> None:
    """Say something again and again, and never come to an end of the head."""
    request.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while not request.web.closing.wait(0.03):
        request.wfile.write(b"X-More: yes\r\n")
    request.close_connection = True


def hangs_up(request: Handler) -> None:
    request.close_connection = True


def talks_nonsense(request: Handler) -> None:
    request.wfile.write(b"SSH-2.0-OpenSSH_9.6\r\n")
    request.close_connection = True


def endless_body(request: Handler) -> None:
    """A head that promises a body without end."""
    request.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")
    while request.command == "GET" and not request.web.closing.is_set():
        request.wfile.write(b"x" * 65536)
    request.close_connection = True
