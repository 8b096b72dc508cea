#!/usr/bin/env python3
"""Reads a CycloneDX SBOM; prints each library but our own: name, version, licences in alphabetical order."""
import json
import sys


def licences(component):
    names = {(one.get("license") or {}).get("id") or (one.get("license") or {}).get("name") or one.get("expression")
             for one in component.get("licenses", [])}
    return " / ".join(sorted(name.strip() for name in names if name)) or "none"


def main(path):
    with open(path, encoding="utf-8") as file:
        components = json.load(file)["components"]
    lines = {f"{one['group']}:{one['name']}\t{one['version']}\t{licences(one)}"
             for one in components if one.get("group") != "org.vigie"}
    print("\n".join(sorted(lines)))


if __name__ == "__main__":
    main(sys.argv[1])
