from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import testimonia
from testimonia.web import make_app

HOST = "http://127.0.0.1"


@pytest.fixture(scope="session")
def sample_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("web") / "sample.db"
    testimonia.build(testimonia.sample_page(), path)
    return path


@pytest.fixture
def room(sample_base: Path) -> Iterator[TestClient]:
    with TestClient(make_app(sample_base, reader="Ines"), base_url=HOST, raise_server_exceptions=False) as client:
        yield client
