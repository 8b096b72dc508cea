"""python3 -m unittest discover -s deploy/supply-chain -p '*_test.py'"""
import json
import unittest

import advisories

SBOM = {"components": [
    {"purl": "pkg:maven/org.example/b@2.0?type=jar"},
    {"purl": "pkg:maven/org.example/a@1.0?type=jar"},
    {"purl": "pkg:maven/org.vigie/notice-service@0.1.0-SNAPSHOT?type=jar"},
    {"name": "without an address"}]}

# The form of https://google.github.io/osv.dev/post-v1-querybatch/: one result for each question, in its order.
ANSWER = json.loads("""
{"results": [{}, {"vulns": [{"id": "GHSA-jfh8-c2jp-5v3q", "modified": "2026-03-14T09:12:01.000000Z"},
                            {"id": "GHSA-7rjr-3q55-vv33", "modified": "2026-03-14T09:12:02.000000Z"}]}]}""")


class Advisories(unittest.TestCase):

    def test_asks_about_each_library_of_others_once(self):
        self.assertEqual(advisories.libraries(SBOM), ["pkg:maven/org.example/a@1.0", "pkg:maven/org.example/b@2.0"])

    def test_names_the_library_that_an_advisory_is_about(self):
        self.assertEqual(
            advisories.found(advisories.libraries(SBOM), ANSWER),
            [("pkg:maven/org.example/b@2.0", "GHSA-jfh8-c2jp-5v3q"),
             ("pkg:maven/org.example/b@2.0", "GHSA-7rjr-3q55-vv33")])

    def test_an_answer_that_is_cut_is_no_answer(self):
        for answer in ({"results": [{}]}, {"results": [{}, {"next_page_token": "x"}]}):
            with self.assertRaises(SystemExit):
                advisories.found(advisories.libraries(SBOM), answer)

    def test_what_is_accepted_has_a_reason(self):
        self.assertEqual(
            advisories.accepted("# words\nGHSA-x pkg:maven/org.example/b@2.0 not called\n"),
            {("pkg:maven/org.example/b@2.0", "GHSA-x")})
        with self.assertRaises(SystemExit):
            advisories.accepted("GHSA-x pkg:maven/org.example/b@2.0\n")


if __name__ == "__main__":
    unittest.main()
