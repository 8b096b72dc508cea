#!/usr/bin/env python3
"""Asks osv.dev which advisories name a library of target/sbom.json (./vigie sbom). Needs the Internet; sends names and
versions of libraries, nothing else. Ends with 1 if there is one that deploy/supply-chain/accepted.txt does not accept.

advisories.py [--answer FILE]   reads a recorded answer instead of asking
"""
import json
import pathlib
import sys
import urllib.request

HERE = pathlib.Path(__file__).parent
ASK = "https://api.osv.dev/v1/querybatch"


def libraries(sbom):
    """Package URLs of all Maven libraries but our own, without qualifiers, each once."""
    urls = {one["purl"].split("?")[0] for one in sbom.get("components", []) if one.get("purl", "").startswith("pkg:maven/")}
    return sorted(url for url in urls if not url.startswith("pkg:maven/org.vigie/"))


def asked(urls):
    body = json.dumps({"queries": [{"package": {"purl": url}} for url in urls]}).encode()
    request = urllib.request.Request(ASK, body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


def found(urls, answer):
    """Pairs of library and advisory. An answer that is cut is an error: a missing page must not read as "none"."""
    results = answer["results"]
    if len(results) != len(urls):
        raise SystemExit(f"asked about {len(urls)} libraries, answered about {len(results)}")
    if any(one.get("next_page_token") for one in results):
        raise SystemExit("the answer has more pages than this program reads")
    return [(url, one["id"]) for url, result in zip(urls, results) for one in result.get("vulns", [])]


def accepted(text):
    """Each line: the advisory, the library it is accepted for, and why."""
    lines = [line.split(maxsplit=2) for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if any(len(line) < 3 for line in lines):
        raise SystemExit("accepted.txt: each line is ADVISORY LIBRARY REASON")
    return {(line[1], line[0]) for line in lines}


def main(arguments):
    sbom = json.loads((HERE / "../../target/sbom.json").read_text())
    urls = libraries(sbom)
    answer = json.loads(pathlib.Path(arguments[1]).read_text()) if arguments[:1] == ["--answer"] else asked(urls)
    open_ones = [one for one in found(urls, answer) if one not in accepted((HERE / "accepted.txt").read_text())]
    for url, advisory in open_ones:
        print(f"{url}  https://osv.dev/vulnerability/{advisory}")
    print(f"{len(urls)} libraries, {len(open_ones)} advisories that are not accepted")
    return 1 if open_ones else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
