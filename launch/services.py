"""The programs between and behind several replicas: their tests start them, and end them."""

import os
import shutil

from launch import debian

DEBIAN = {"nginx": "nginx", "redis-server": "redis-server"}  # program, package
OUT_OF_SIGHT = ("/usr/sbin", "/usr/local/sbin")  # not among the folders of a usual reader's PATH


def bring():
    """Install what is missing where we may; elsewhere the tests that need it are skipped."""
    missing = [package for program, package in DEBIAN.items() if not find(program)]
    if missing and debian.may_install():
        debian.install(missing)


def find(program):
    folders = [os.environ.get("PATH", os.defpath), *OUT_OF_SIGHT]
    return shutil.which(program, path=os.pathsep.join(folders))
