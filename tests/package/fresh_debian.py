# SPDX-License-Identifier: MIT
"""A fresh Debian 12 in a folder, made with debootstrap out of the archive that this machine installs from."""

import glob
import os
import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.request

RELEASE = "bookworm"
# In a namespace of its own: what is mounted and started there is gone when the command ends.
MOUNTED = """set -eu
mount -t proc proc "$1/proc"
mount --rbind /dev "$1/dev"
mount -t tmpfs tmpfs "$1/dev/shm"
exec chroot "$@"
"""


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def need(*programs):
    if os.geteuid() != 0:
        skip("not root")
    for program in programs:
        if not shutil.which(program):
            skip(f"there is no {program}")


def output(*words, **more):
    result = subprocess.run(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            encoding="utf-8", check=False, **more)
    if result.returncode != 0:
        raise SystemExit(f"{' '.join(words)} ended with {result.returncode}:\n{result.stdout[-4000:]}")
    return result.stdout


def mirror():
    """The archive that this machine installs from, else Debian's own."""
    lines = []
    for path in ["/etc/apt/sources.list"] + sorted(glob.glob("/etc/apt/sources.list.d/*")):
        if os.path.isfile(path):
            with open(path, encoding="utf-8") as file:
                lines += file.read().splitlines()
    for line in lines:
        found = re.match(r"(?:deb\s+(?:\[.*\]\s+)?|URIs:\s*)((?:https?|file)://\S*debian/?)(?:\s|$)", line)
        if found and "security" not in found[1]:
            return found[1].rstrip("/")
    return "http://deb.debian.org/debian"


class System:
    """Packages of minbase and nothing else, and a user dana."""

    def __init__(self, folder):
        self.root = os.path.join(folder, "debian")
        archive = mirror()
        try:
            urllib.request.urlopen(f"{archive}/dists/{RELEASE}/InRelease", timeout=60).close()
        except (urllib.error.URLError, OSError) as error:
            skip(f"the archive of Debian cannot be reached: {error}")
        output("debootstrap", "--variant=minbase", RELEASE, self.root, archive)
        for path in ["/etc/resolv.conf"] + glob.glob("/etc/apt/apt.conf.d/*prox*"):
            if os.path.isfile(path):
                shutil.copy(path, self.root + path)
        self.run("useradd", "--create-home", "dana")

    def run(self, *words):
        return output("chroot", self.root, *words, env=self.environment())

    def run_with_devices(self, *words):
        """For what needs processes and terminals. All that it says is said; returns its exit status."""
        with_proc = ("unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", MOUNTED, "sh")
        if subprocess.run(with_proc + (self.root, "true"), check=False).returncode != 0:
            skip("nothing may be mounted here")
        sys.stdout.flush()
        return subprocess.run(with_proc + (self.root, *words), stdin=subprocess.DEVNULL, env=self.environment(),
                              check=False).returncode

    @staticmethod
    def environment():
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C",
                       "HOME": "/root"}
        for name in ("http_proxy", "https_proxy", "CI"):
            if name in os.environ:
                environment[name] = os.environ[name]
        return environment

    def files(self):
        """All that a package brings, told from what apt and dpkg keep for themselves."""
        passed = ("/var/lib/dpkg", "/var/cache", "/var/log", "/var/lib/apt", "/home", "/tmp", "/proc", "/sys", "/dev")
        found = set()
        for folder, folders, names in os.walk(self.root):
            inside = folder[len(self.root):] or "/"
            folders[:] = [name for name in folders if not os.path.join(inside, name).startswith(passed)]
            found.update(os.path.join(inside, name) for name in names + folders)
        return found
