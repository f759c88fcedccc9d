"""The addresses under which other machines in the same network reach this one."""

import ipaddress
from collections.abc import Iterable

import ifaddr

from launch.say import say


def own() -> list[str]:
    """List this machine's IPv4 addresses in its networks; asks the system alone, no server."""
    found = {
        ipaddress.IPv4Address(str(ip.ip))
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if ip.is_IPv4
    }
    return [str(each) for each in sorted(found) if _reaches(each)]


def _reaches(address: ipaddress.IPv4Address) -> bool:
    return not (address.is_loopback or address.is_link_local or address.is_unspecified)


def tell(port: int, names: Iterable[str] = ()) -> None:
    """Tell whoever starts the server where others in the network can open it."""
    reached = [f"http://{each}:{port}/" for each in (*own(), *names)]
    say(
        "同じネットワークにいる人は、だれでもひらけます:",
        "Anyone in the same network can open this now:",
    )
    for address in reached:
        print(f"  {address}", flush=True)
    if not reached:
        say("  (ネットワークにつながっていません)", "  (not connected to a network)")
