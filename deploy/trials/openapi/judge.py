"""Counts what Schemathesis found by kind, and prints what is a defect of ours; ends with 1 if there is one."""

import collections
import os
import re
import sys


def is_right(code: str, text: str) -> bool:
    """What no schema can say, as docs/trials.md lists it."""
    match code:
        case "ST202" | "ST205":  # valid and yet refused; what OPTIONS names beside the method
            return True
        case "ST203":  # an absent If-Match
            return "Got 428" in text
        case "ST201":  # spaces around a header are none of it, and its bytes are read as UTF-8; 413 is a refusal
            return " in header " in text or "[413]" in text
        case "ST204":  # /v1/cases/search is what /v1/cases/{id} describes, too: with another method it is no id
            return "returned 400" in text and "/search" in text
        case _:
            return False


def number(pattern: str, text: str) -> int | None:
    found = re.search(pattern, text)
    return int(found.group(1)) if found else None


defects = 0
total = collections.Counter()
for log in sys.argv[1:]:
    text = open(log, encoding="utf-8").read()
    operations = number(r"Tested: (\d+)", text)
    asked = number(r"(\d+) generated", text)
    kinds = collections.Counter()
    wrong = 0
    for item in re.split(r"(?m)^(?=- ST\d)", text)[1:]:
        code = item[2:7]
        kinds[code] += 1
        if not is_right(code, item):
            wrong += 1
            print(item[:1500])
    errors = re.findall(r"(?m)^  🚫 (.*: \d+)$", text)
    wrong += len(errors) + (not asked)
    print(os.path.basename(log)[:-4], operations, "operations", asked, "requests", wrong, "defects", dict(sorted(kinds.items())), *errors)
    total.update(operations=operations or 0, requests=asked or 0, defects=wrong)
print("all", total["operations"], "operations", total["requests"], "requests", total["defects"], "defects")
sys.exit(total["defects"] > 0)
