#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The three ways of practice-server(7), set up on a machine as the page says, by its own commands.

The machine is this one with an /etc, /srv, /home and /var/lib of its own, which are gone at the end (mount namespace),
and without a network: ssh talks to its server through a pipe. It takes root, sudo and the server of ssh.

    ways_test.py PROGRAM
"""

import json
import os
import pwd
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SSHD = "/usr/sbin/sshd"
NEEDED = ("sudo", SSHD, "ssh", "ssh-keygen", "adduser", "unshare", "runuser")
CLOCK = "2026-11-23T09:00"
SANITIZERS = {name: os.environ[name] for name in ("UBSAN_OPTIONS", "LSAN_OPTIONS") if name in os.environ}
# NOEXEC of sudo comes before the sanitizer.
SANITIZERS["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"


def blocks(section):
    """What the page shows in a section, as it would be typed."""
    with open(os.path.join(ROOT, "man", "src", "practice-server.7"), encoding="utf-8") as page:
        text = re.search(rf"^\.Ss {section}\n(.*?)(?=^\.S[sh] )", page.read(), re.MULTILINE | re.DOTALL)[1]
    found = re.findall(r"^\.Bd -literal -offset 2n\n(.*?)^\.Ed$", text, re.MULTILINE | re.DOTALL)
    return [block.replace("\\e", "\\") for block in found]


def run(words, code=0, **more):
    done = subprocess.run(words, text=True, capture_output=True, check=False, stdin=more.pop("stdin", subprocess.DEVNULL),
                          cwd=more.pop("cwd", "/"), env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8",
                                                         **more.pop("env", {})}, **more)
    assert code is None or done.returncode == code, f"{words}: exit {done.returncode}: {done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def as_root(script):
    return run(["sh", "-euc", script], cwd=ROOT)


def own_machine(program):
    """Folders over those of the machine, in this mount namespace only."""
    top = tempfile.mkdtemp(prefix="practice-machine-")
    shutil.copytree("/etc", os.path.join(top, "etc"), symlinks=True)
    for name in ("srv", "home", "lib", "bin", "local"):
        os.mkdir(os.path.join(top, name))
    run(["mount", "--bind", os.path.join(top, "etc"), "/etc"])
    for name, over in (("srv", "/srv"), ("home", "/home"), ("lib", "/var/lib"), ("local", "/usr/local/bin")):
        run(["mount", "--bind", os.path.join(top, name), over])
    shutil.copy(program, os.path.join(top, "practice"))
    # /usr/bin/practice, without touching the machine's /usr/bin.
    if not os.path.exists("/usr/bin/practice"):
        shutil.copytree("/usr/bin", os.path.join(top, "usr-bin"), symlinks=True)
        run(["mount", "--bind", os.path.join(top, "usr-bin"), "/usr/bin"])
        open("/usr/bin/practice", "wb").close()
    run(["mount", "--bind", os.path.join(top, "practice"), "/usr/bin/practice"])
    os.chmod(top, 0o755)
    for name in ("sam", "kim", "eve"):
        as_root(f"useradd --create-home --shell /bin/sh {name}")
    return top


class Ways(unittest.TestCase):
    def practice(self, account, *words, code=0, env=None, **more):
        """What `account` gets for `practice WORDS`."""
        return run(["runuser", "-u", account, "--", "practice", *words], code, cwd=pwd.getpwnam(account).pw_dir,
                   env={"HOME": pwd.getpwnam(account).pw_dir, "PRACTICE_NOW": CLOCK, **SANITIZERS, **(env or {})}, **more)

    def test_1_a_group(self):
        as_root(blocks("A group")[0])
        shutil.copy(os.path.join(ROOT, "examples", "lakeside.yaml"), "/srv")
        os.chmod("/srv/lakeside.yaml", 0o644)
        self.practice("sam", "apply", "/srv/lakeside.yaml")
        self.practice("kim", "client", "add", "Kim's Client", "--professional", "orr")
        self.assertIn("Kim's Client", self.practice("sam", "client", "list"))
        who = [entry["who"] for entry in json.loads(self.practice("sam", "log", "--json"))]
        self.assertEqual(who, ["kim", "sam"])
        self.assertIn("shared with the group", self.practice("kim", "doctor"))
        # Root's nightly backup is of all of them.
        making, crontab = blocks("A group")[1:]
        as_root(making)
        self.assertIn("there is no backup", self.practice("kim", "doctor", code=1))
        command = re.search(r"^30 2 \* \* \*  (.*)$", crontab, re.MULTILINE)[1]
        run(["sh", "-c", command], env={"HOME": "/root", "PRACTICE_NOW": CLOCK, **SANITIZERS})
        self.assertIn("the newest backup is 0 hours old", self.practice("kim", "doctor"))
        # Who was just added has to log in again; who is none of them is told so.
        self.assertIn("usermod -aG practice eve; then log in again", self.practice("eve", "client", "list", code=1))
        as_root("usermod -aG practice eve")
        said = run(["setpriv", "--reuid=eve", "--regid=eve", "--clear-groups", "practice", "client", "list"], 1,
                   env={"HOME": "/nonexistent", "PRACTICE_NOW": CLOCK, **SANITIZERS})
        self.assertIn("you came into it after you had logged in", said)
        as_root("gpasswd -d eve practice")
        self.practice("eve", "client", "list", code=1)
        os.remove("/etc/xdg/practice/config.yaml")
        as_root("groupdel practice")

    def sudo(self, account, *words, code=0, **more):
        return run(["runuser", "-u", account, "--", "sudo", "-n", "-u", "practice", "practice", *words], code,
                   env={"PRACTICE_NOW": CLOCK, **SANITIZERS}, **more)

    def test_2_sudo(self):
        setting_up, rule = blocks("sudo")
        as_root(re.sub(r"^visudo.*\n", "", setting_up, flags=re.MULTILINE))
        with open("/etc/sudoers.d/practice", "w", encoding="utf-8") as file:
            file.write(rule)
            # What a test needs: its clock, and what a build with sanitizers is told.
            file.write('Defaults env_keep += "PRACTICE_NOW ASAN_OPTIONS UBSAN_OPTIONS LSAN_OPTIONS"\n')
        os.chmod("/etc/sudoers.d/practice", 0o440)
        run(["visudo", "-cf", "/etc/sudoers.d/practice"])
        with open(os.path.join(ROOT, "examples", "lakeside.yaml"), encoding="utf-8") as file:
            self.sudo("sam", "apply", "-", stdin=file)
        self.sudo("kim", "client", "add", "Kim's Client", "--professional", "orr")
        who = [entry["who"] for entry in json.loads(self.sudo("sam", "log", "--json"))]
        self.assertEqual(who, ["practice (kim)", "practice (sam)"])
        # Each takes back what is his own.
        said = self.sudo("sam", "room", "add", "Attic")
        # What is printed is pasted, by the one who typed it.
        undo = re.search(r"^Undo with: (sudo -u practice practice undo \d+)$", said, re.MULTILINE)[1]
        self.assertIn("Undid", run(["runuser", "-u", "sam", "--", "sh", "-c", undo.replace("sudo", "sudo -n")],
                                   env={"PRACTICE_NOW": CLOCK, **SANITIZERS}))
        self.sudo("sam", "room", "add", "Cellar")
        self.assertIn("Kim's Client", self.sudo("kim", "undo"))
        self.sudo("eve", "client", "list", code=1)
        # The account's own folders are not the caller's: what is meant is sent along.
        os.chmod(pwd.getpwnam("sam").pw_dir, 0o700)
        self.sudo("sam", "import", "rows.csv", code=1, cwd=pwd.getpwnam("sam").pw_dir)
        # No pager, and so no shell of its account.
        run(["runuser", "-u", "sam", "--", "script", "-qec",
             "PRACTICE_PAGER='touch /tmp/paged' sudo -n -u practice practice help tutorial", "/dev/null"])
        self.assertFalse(os.path.exists("/tmp/paged"))

    def ssh(self, key, command, code=0, **more):
        config = "/etc/ssh/sshd_config"
        return run(["ssh", "-F", "none", "-i", key, "-o", "IdentitiesOnly=yes", "-o", "BatchMode=yes", "-q",
                    "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null",
                    "-o", f"ProxyCommand={SSHD} -i -f {config} -o SetEnv=PRACTICE_NOW={CLOCK}",
                    "practice@server", *command], code, **more)

    def test_3_ssh(self):
        setting_up, line = blocks("ssh")
        # From where this is built, and without a running server.
        installed = "/usr/share/doc/practice/examples"
        self.assertIn(installed, setting_up)
        as_root(re.sub(r"^sshd .*\n", "", setting_up.replace(installed, "examples"), flags=re.MULTILINE))
        keys = []
        for name in ("sam", "kim"):
            key = os.path.join(pwd.getpwnam(name).pw_dir, "key")
            run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key])
            with open(key + ".pub", encoding="utf-8") as public:
                keys.append(line.replace("sam", name).replace("ssh-ed25519 AAAA...", public.read().strip()))
        with open("/etc/ssh/practice_keys", "w", encoding="utf-8") as file:
            file.write("".join(keys))
        os.makedirs("/run/sshd", exist_ok=True)
        sam, kim = (os.path.join(pwd.getpwnam(name).pw_dir, "key") for name in ("sam", "kim"))
        self.assertIn("Anna Smith", self.ssh(sam, ["client", "list"]))
        self.ssh(kim, ["practice client add 'Lu Chen' --professional orr"])
        entries = json.loads(self.ssh(sam, ["log", "--json", "--count", "1"]))
        self.assertEqual([entry["who"] for entry in entries], ["practice (kim)"])
        self.assertIn("no client has the name", self.ssh(sam, ["client show Nobody"], code=3))
        self.ssh(sam, ["client list; touch /tmp/ran $(touch /tmp/ran) `touch /tmp/ran`"], code=2)
        self.assertFalse(os.path.exists("/tmp/ran"))
        self.assertIn("Usage:", self.ssh(sam, []))
        with tempfile.TemporaryFile("w+") as rows:
            rows.write("client,professional,service,at\nLu Chen,orr,90834,2026-12-01 09:00\n")
            rows.seek(0)
            self.ssh(sam, ["import - --from-format csv"], stdin=rows)
        self.assertIn("Lu Chen", self.ssh(kim, ["export csv"]))


def missing():
    found = [name for name in NEEDED if not shutil.which(name)]
    if os.geteuid() != 0:
        return "it takes root to be several accounts"
    return f"{', '.join(found)} not installed (sh packages.sh server)" if found else None


if __name__ == "__main__":
    if missing():
        print("skipped: " + missing())
        sys.exit(77)
    if "--alone" not in sys.argv:
        if subprocess.run(["unshare", "--mount", "--net", "true"], check=False, stderr=subprocess.DEVNULL).returncode != 0:
            print("not tried: root may not have a machine of its own here (unshare)")
            sys.exit(0)
        os.execvp("unshare", ["unshare", "--mount", "--net", "--propagation", "private", sys.executable, *sys.argv, "--alone"])
    sys.argv.remove("--alone")
    top = own_machine(os.path.realpath(sys.argv.pop(1)))
    try:
        unittest.main(verbosity=1, exit=False)
    finally:
        subprocess.run(["umount", "-l", "/usr/bin/practice", "/usr/bin", "/usr/local/bin", "/var/lib", "/home", "/srv", "/etc"],
                       check=False, stderr=subprocess.DEVNULL)
        shutil.rmtree(top, ignore_errors=True)
