from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

import testimonia
from testimonia.cli.serve import serve
from testimonia.errors import StoreError


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("serve") / "sample.db"
    testimonia.build(testimonia.sample_page(), path)
    return path


def test_a_base_is_served_on_this_machine_alone(path: Path) -> None:
    command = [sys.executable, "-m", "testimonia", "serve", str(path), "--port", "0", "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            title, address = server.stdout.readline().strip(), server.stdout.readline().split()[0]
            found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/", address)
            assert found is not None
            with urllib.request.urlopen(address, timeout=120) as answer:
                assert title in answer.read().decode()
                assert "server" not in answer.headers
            asked = urllib.request.Request(address, headers={"Host": f"example.org:{found[1]}"})
            with pytest.raises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(asked, timeout=120)
            assert refused.value.code == 421
            refused.value.close()
        finally:
            server.send_signal(signal.SIGINT)
            _, said = server.communicate(timeout=120)
    assert "Traceback" not in said


def test_a_port_that_is_taken_is_named(path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        found = CliRunner().invoke(serve, [str(path), "--port", port, "--no-open"])
    assert isinstance(found.exception, StoreError)
    assert port in str(found.exception)


def test_no_other_address_than_this_machine_is_taken(path: Path) -> None:
    assert CliRunner().invoke(serve, [str(path), "--host", "0.0.0.0"]).exit_code == 2


def test_a_page_is_built_before_it_is_served(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("THE TIDE\n", encoding="utf-8")
    found = CliRunner().invoke(serve, [str(page), "--no-open"])
    assert isinstance(found.exception, StoreError)
    assert "testimonia build" in str(found.exception)
