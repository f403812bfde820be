#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The schemas that `practice schema` prints, against the examples and against wrong files: what the program reads, the
schema allows; what it refuses by its shape, the schema refuses too. Every key of the program is in an example, and
every key of an example is the program's.

    python3 tests/documents/schemas.py --program build/dev/practice
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

import jsonschema
import yaml

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EXAMPLES = os.path.join(ROOT, "examples")

WRONG = {
    "config": [
        "profesional: lee",
        "color: sometimes",
        "room: [Room 1]",
        "time-format: 13",
        "completion-client-names: maybe",
        "- professional: lee",
    ],
    "settings": [
        "practise: {name: Lakeside}",
        "practice: [Lakeside]",
        "rooms: {name: Room 1}",
        "rooms: [{name: Room 1, colour: red}]",
        "rooms: [{name: [Room, 1]}]",
        "rooms: [{name: Room 1, kind: cupboard}]",
        "rooms: [{kind: virtual}]",
        "services: [{code: '90834', price: {usd: 150}}]",
        "professionals: [{name: Dana Lee}]",
        "professionals: [{code: lee, name: Dana Lee, archived: perhaps}]",
        "professionals: [{code: lee, name: Dana Lee, hours: [1, 2]}]",
        "professionals: [{code: lee, name: Dana Lee, fees: ['90834']}]",
        "professionals: [{code: lee, name: Dana Lee, time-off: [{to: 2026-12-24}]}]",
        "professionals: [{code: lee, name: Dana Lee, time-off: [{from: 2026-12-24, until: 2026-12-25}]}]",
        "clients: [{email: anna@example.com}]",
        "clients: [{name: Anna Smith, professionals: {code: lee}}]",
        "feeds: [{file: /srv/all.ics}]",
        "feeds: [{name: All, file: /srv/all.ics, privacy: none-of-your-business}]",
    ],
}
ROWS = [
    ("- {client: Anna Smith, service: ['90834', '90785'], at: 2026-12-01 09:00, repeat: weekly}", True),
    ("- {client: [Anna Smith, Jo Ng], service: 90853, virtual: yes, except: [2026-12-24]}", True),
    ("client: Anna Smith", False),
    ("- {service: '90834'}", False),
    ("- {client: Anna Smith, servise: '90834'}", False),
    ("- {client: Anna Smith, unit: fortnight}", False),
    ("- {client: Anna Smith, price: {usd: 1}}", False),
]


class Plain(yaml.SafeLoader):
    """YAML 1.2, as editors read it: dates are texts, and so are yes and on."""


Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Plain.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


def read(text):
    return yaml.load(text, Loader=Plain)


def example(name):
    with open(os.path.join(EXAMPLES, name), encoding="utf-8") as file:
        return file.read()


def sections(settings):
    """{section: keys} of a settings file as it was read."""
    found = {}
    for name, entries in settings.items():
        for entry in entries if isinstance(entries, list) else [entries]:
            found.setdefault(name, set()).update(entry)
    return found


def check_keys(schemas):
    wrong = []
    text = example("config.yaml")
    if set(read(text)) != set(schemas["config"]["properties"]):
        wrong.append(f"examples/config.yaml and the configuration differ in {set(read(text)) ^ set(schemas['config']['properties'])}")
    there = sections(read(example("settings.yaml")))
    there["clients"].add("number")  # only of a client that there is already; the example has it as a comment
    for name, section in schemas["settings"]["properties"].items():
        known = set(section.get("items", section)["properties"])
        if there.get(name, set()) != known:
            wrong.append(f"examples/settings.yaml and the settings differ under {name} in {there.get(name, set()) ^ known}")
    if "# number:" not in example("settings.yaml"):
        wrong.append("examples/settings.yaml does not show a client's number")
    return wrong


def check_files(program, schemas, folder):
    validators = {}
    for name, schema in schemas.items():
        jsonschema.Draft202012Validator.check_schema(schema)
        validators[name] = jsonschema.Draft202012Validator(schema)
    wrong = []
    for name, files in {"config": ["config.yaml"], "settings": ["settings.yaml", "lakeside.yaml"]}.items():
        for file in files:
            wrong += [f"examples/{file}: {error.json_path}: {error.message}"
                      for error in validators[name].iter_errors(read(example(file)))]
    commands = {"config": ["config", "check", "--config"], "settings": ["--db", "none.db", "apply", "-n"]}
    for name, texts in WRONG.items():
        for text in texts:
            if validators[name].is_valid(read(text)):
                wrong.append(f"the schema of {name} allows {text!r}")
            with open(os.path.join(folder, "wrong.yaml"), "w", encoding="utf-8") as file:
                file.write(text + "\n")
            code = program(*commands[name], "wrong.yaml").returncode
            if code != 8:
                wrong.append(f"practice reads {text!r} as {name}: exit {code}")
    for text, good in ROWS:
        if validators["session"].is_valid(read(text)) != good:
            wrong.append(f"the schema of session {'refuses' if good else 'allows'} {text!r}")
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    path = os.path.abspath(parser.parse_args().program)
    with tempfile.TemporaryDirectory() as folder:
        environment = {"PATH": "/usr/bin:/bin", "HOME": folder, "LC_ALL": "C", "PRACTICE_NOW": "2026-11-23T08:00"}

        def program(*words):
            return subprocess.run([path, *words], env=environment, cwd=folder, capture_output=True, encoding="utf-8",
                                  check=False)

        schemas = {name: json.loads(program("schema", name).stdout) for name in ("config", "settings", "session")}
        wrong = check_keys(schemas) + check_files(program, schemas, folder)
        for words in (["config", "check", "--config", os.path.join(EXAMPLES, "config.yaml")],
                      ["apply", os.path.join(EXAMPLES, "settings.yaml")]):
            done = program(*words)
            if done.returncode != 0:
                wrong.append(f"practice {' '.join(words)}: {done.stderr}")
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
