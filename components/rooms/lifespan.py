"""Where rooms are kept, as the settings say; and how they begin and end with the server."""

import os
from pathlib import Path

from components.data.paths import ROOT
from components.rooms.hub import MOST, Hub
from components.rooms.service import Rooms
from components.rooms.store import Memory, Store
from components.rooms.store_file import File

NAME = "rooms.sqlite"
FOLDER = ROOT / ".rooms"  # git-ignored


def open_rooms(files: int | None = None) -> Rooms:
    """
    Give the rooms of this process: in Redis where REDIS_URL names one, else in a file of ours.

    files is how many the system lets us hold open; a quarter of them are for listeners.
    """
    most = min(MOST, files // 4) if files else MOST
    rooms = Rooms(Memory(), Hub(most))
    rooms.store = _store(rooms)
    return rooms


def _store(rooms: Rooms) -> Store:
    if address := os.environ.get("REDIS_URL", "").strip():
        from components.rooms.store_redis import Redis

        return Redis(address, rooms.changed, rooms.hub.listener_counts)
    return Memory(File(place()))


def place() -> Path:
    """Give the file that keeps the rooms; MIERU_ROOMS names another one, or its folder."""
    wished = os.environ.get("MIERU_ROOMS", "").strip()
    path = Path(wished).expanduser() if wished else FOLDER
    return path if path.suffix else path / NAME
