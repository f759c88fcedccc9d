"""What run.py promises about the machine it runs on: browser, Python, packages."""

import ast
import ipaddress
import re
import sys
from pathlib import Path

import ifaddr
import pytest

from components.server import addresses
from launch import browsers
from launch.say import Stop
from tests import machine

ROOT = Path(__file__).parent.parent
PIN = r"^([\w.-]+)==(\S+)((?:.*\\\n)(?: +--hash=sha256:\w{64}.*\n)+)"


def test_missing_browser_fails_and_names_what_to_install(monkeypatch):
    """Browser tests are never passed over: without a browser the run stops with the cure."""
    monkeypatch.setattr(browsers, "find", lambda: None)
    monkeypatch.setattr(machine, "may_install", lambda: False)
    with pytest.raises(Stop) as told:
        machine.require()
    cure = machine.HINTS.get(sys.platform, "apt install chromium")
    assert all(cure in sentence for sentence in told.value.args)


def test_missing_browser_is_installed_where_we_may(monkeypatch):
    """As root on Debian all that is missing is installed, and the browser is looked for again."""
    there: list[str] = []
    monkeypatch.setattr(browsers, "find", lambda: "/usr/bin/chromium" if there else None)
    monkeypatch.setattr(browsers, "firefox", lambda: None)
    monkeypatch.setattr(machine, "has_japanese_font", lambda: True)
    monkeypatch.setattr(machine, "find", lambda program: None if program == "nginx" else program)
    monkeypatch.setattr(machine, "may_install", lambda: True)
    monkeypatch.setattr(machine, "install", there.extend)
    assert machine.require() == "/usr/bin/chromium"
    assert there == ["chromium", "firefox-esr", "nginx"]


def test_a_machine_with_one_browser_can_still_test(monkeypatch):
    """Where Firefox, nginx and Redis are missing and cannot be installed, a browser is enough."""
    monkeypatch.setattr(browsers, "find", lambda: "/usr/bin/chromium")
    monkeypatch.setattr(browsers, "firefox", lambda: None)
    monkeypatch.setattr(machine, "find", lambda _program: None)
    monkeypatch.setattr(machine, "has_japanese_font", lambda: True)
    monkeypatch.setattr(machine, "may_install", lambda: False)
    monkeypatch.setattr(machine, "install", lambda _packages: 1 / 0)
    assert machine.require() == "/usr/bin/chromium"


def test_no_service_is_started_by_an_installation(monkeypatch, tmp_path):
    """While packages are installed Debian is told to start nothing, and asked as before after."""
    policy, seen = tmp_path / "policy-rc.d", []
    monkeypatch.setattr(machine, "POLICY", policy)
    monkeypatch.setattr(
        machine.subprocess, "run", lambda *_, **__: seen.append(policy.stat().st_mode & 0o111)
    )
    machine.install(["nginx"])
    assert seen == [0o111, 0o111] and not policy.exists()


def test_chosen_browser_must_exist(monkeypatch):
    """A wrong path in MIERU_BROWSER is told, not passed over for another browser."""
    monkeypatch.setenv(browsers.VARIABLE, "/nowhere/chrome")
    with pytest.raises(Stop, match="/nowhere/chrome"):
        browsers.find()


def test_old_python_can_still_read_the_first_file():
    """run.py parses on Python 3.6, so that an old Python gets a sentence and no traceback."""
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_own_addresses_are_what_a_room_can_use():
    """Only addresses that another machine can reach are told, and no server is asked for them."""
    found = addresses.own()
    assert found == sorted(set(found), key=ipaddress.ip_address)
    for each in map(ipaddress.ip_address, found):
        assert not (each.is_loopback or each.is_link_local or each.is_unspecified)


def test_an_address_that_only_this_machine_knows_is_left_out(monkeypatch, capsys):
    """Loopback, link-local and double addresses are not told to a hall; further names are."""
    known = ["127.0.0.1", "192.0.2.7", "169.254.3.4", "192.0.2.7", "10.0.0.5", "0.0.0.0"]
    known = [ifaddr.IP(each, 24, "lan") for each in known] + [ifaddr.IP(("::1", 0, 0), 128, "lo")]
    adapters = [ifaddr.Adapter("lan", "lan", known)]
    monkeypatch.setattr(addresses.ifaddr, "get_adapters", lambda: adapters)
    assert addresses.own() == ["10.0.0.5", "192.0.2.7"]
    addresses.tell(8501, ["talk.example"])
    told = capsys.readouterr().out
    assert "Anyone in the same network can open this now:\n" in told
    for host in ("10.0.0.5", "192.0.2.7", "talk.example"):
        assert f"  http://{host}:8501/\n" in told
    monkeypatch.setattr(addresses.ifaddr, "get_adapters", list)
    addresses.tell(8501)
    assert "not connected to a network" in capsys.readouterr().out


def test_locks_are_hashed_agree_and_name_no_place():
    """Every pin has a hash, both locks agree, and no address or path stands in them."""
    pins: list[dict[str, str]] = []
    for name in ("requirements.txt", "requirements-test.txt"):
        text = (ROOT / name).read_text()
        assert not re.search(r"://|file:|find-links|index-url|(?<![\w.])/\w", text)
        entries = re.findall(PIN, text, re.MULTILINE)
        assert len(entries) == len(re.findall(r"^[\w.-]+==", text, re.MULTILINE))
        pins.append({package: version for package, version, _ in entries if package != "numpy"})
    shared = pins[0].keys() & pins[1].keys()
    assert shared and all(pins[0][each] == pins[1][each] for each in shared)
