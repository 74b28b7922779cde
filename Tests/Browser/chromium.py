"""Drives a headless Chromium over its debugging pipe, with nothing but Python's own library."""

import base64
import fcntl
import json
import os
import select
import shutil
import subprocess
import tempfile
import time


class BrowserError(Exception):
    """The browser did not answer, or said that a command was wrong."""


def find():
    """The path of a Chromium on this machine, or nothing."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        path = shutil.which(name)
        if path:
            return path
    return None


class Page:
    """A page that was opened, and what the browser said while it loaded."""

    def __init__(self, browser, target, session):
        self.browser = browser
        self.target = target
        self.session = session

    def call(self, method, **parameters):
        """Sends a command to the page and returns its answer."""
        return self.browser.call(method, parameters, self.session)

    def events(self, *methods):
        """The events of some kinds that came so far."""
        return [
            event["params"] for event in self.browser.seen
            if event.get("sessionId") == self.session and event["method"] in methods
        ]

    def evaluate(self, expression):
        """The value of a JavaScript expression in the page.

        The page's own policy forbids its scripts; what the debugger evaluates is not the page's.
        """
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in answer:
            raise BrowserError(answer["exceptionDetails"].get("text", "") + ": " + expression[:200])
        return answer["result"].get("value")

    def resize(self, width, height=900):
        """Lays the page out for a screen of a width in CSS pixels."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=width < 600)

    def colours(self, scheme):
        """Asks for `light` or `dark`."""
        self.call("Emulation.setEmulatedMedia",
                  features=[{"name": "prefers-color-scheme", "value": scheme}])

    def media(self, kind):
        """Lays the page out for `screen` or `print`."""
        self.call("Emulation.setEmulatedMedia", media=kind)

    def picture(self, path, whole=True):
        """Writes a PNG of the page."""
        answer = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole,
                           **({"clip": self.extent()} if whole else {}))
        write(path, base64.b64decode(answer["data"]))

    def extent(self):
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        return {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 16000),
                "scale": 1}

    def pdf(self):
        """The page printed as its style sheet says, as the bytes of a PDF."""
        answer = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        return base64.b64decode(answer["data"])

    def close(self):
        self.browser.call("Target.closeTarget", {"targetId": self.target})


class Chromium:
    """A browser of one's own; close it with `with`."""

    def __init__(self, path, patience=60):
        self.patience = patience
        self.profile = tempfile.mkdtemp(prefix="hoso-browser-")
        self.seen = []
        self.buffer = b""
        self.number = 0
        to_read, self.to_write = os.pipe()
        self.to_listen, from_write = os.pipe()
        # The browser reads commands from 3 and answers on 4; these numbers are free of both.
        reading = fcntl.fcntl(to_read, fcntl.F_DUPFD, 20)
        writing = fcntl.fcntl(from_write, fcntl.F_DUPFD, 20)
        os.close(to_read)
        os.close(from_write)
        options = ["--headless=new", "--remote-debugging-pipe", "--disable-gpu", "--no-first-run",
                   "--disable-dev-shm-usage", "--disable-background-networking",
                   "--user-data-dir=" + self.profile]
        if os.geteuid() == 0:
            options.append("--no-sandbox")
        self.process = subprocess.Popen(
            ["bash", "-c", f'exec "$@" 3<&{reading} 4>&{writing}', "browser", path, *options],
            pass_fds=(reading, writing), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(reading)
        os.close(writing)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.to_write)
        os.close(self.to_listen)
        shutil.rmtree(self.profile, ignore_errors=True)

    def call(self, method, parameters=None, session=None):
        """Sends a command and waits for its answer; events that come meanwhile are kept."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters or {}}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.to_write, data):]
        while True:
            answer = self.receive()
            if answer.get("id") != message["id"]:
                continue
            if "error" in answer:
                raise BrowserError(f"{method}: {answer['error'].get('message')}")
            return answer.get("result", {})

    def receive(self):
        """The next message of the browser."""
        end = time.monotonic() + self.patience
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.to_listen], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise BrowserError(f"no answer within {self.patience} s")
            chunk = os.read(self.to_listen, 1 << 20)
            if not chunk:
                raise BrowserError("the browser ended")
            self.buffer += chunk
        text, self.buffer = self.buffer.split(b"\0", 1)
        message = json.loads(text)
        if "method" in message:
            self.seen.append(message)
        return message

    def open(self, address, width=1366):
        """Opens an address in a page of its own and waits until it has loaded."""
        target = self.call("Target.createTarget", {"url": "about:blank"})["targetId"]
        session = self.call("Target.attachToTarget", {"targetId": target, "flatten": True})
        page = Page(self, target, session["sessionId"])
        for domain in ("Page", "Runtime", "Log", "Network"):
            page.call(domain + ".enable")
        page.resize(width)
        page.call("Page.navigate", url=address)
        while not page.events("Page.loadEventFired"):
            self.receive()
        return page


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)
