"""What a browser says of itself, in words; and networks, shortened. Without Django."""

import ipaddress

UNKNOWN = "An unknown browser"
# The first that is found names it: later ones stand in the texts of earlier ones too.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome/", "Chrome"),
    ("HeadlessChrome", "Chrome"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)
HANDHELD = ("iPhone", "iPad", "Android")


def words(user_agent: str) -> str:
    """Return “Firefox on Linux”, for at most 60 characters; what is not known is left out."""
    browser = next((name for sign, name in BROWSERS if sign in user_agent), "")
    system = next((name for sign, name in SYSTEMS if sign in user_agent), "")
    if browser and system:
        return f"{browser} on {system}"
    return browser or (f"A browser on {system}" if system else UNKNOWN)


def is_handheld(device: str) -> bool:
    """Return whether `device`, in words, is a phone or tablet."""
    return device.endswith(HANDHELD)


def network(address: str) -> str:
    """Return the first half of an address, “203.0.…” or “2001:db8:…”: enough to know one's own by.

    This very machine is named; what is no address is nothing.
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return ""
    found = getattr(found, "ipv4_mapped", None) or found
    if found.is_loopback:
        return "this machine"
    if found.version == 4:
        return ".".join(str(found).split(".")[:2]) + ".…"
    return ":".join(part.lstrip("0") or "0" for part in found.exploded.split(":")[:2]) + ":…"
