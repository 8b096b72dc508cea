"""A hotline's conversation through the client generated for Python: report, follow, list page by page, ask for nothing."""

import os
import uuid

import vigie

client = vigie.ApiClient(vigie.Configuration(host=os.environ["VIGIE"], access_token=os.environ["VIGIE_KEY"]))
reports = vigie.ReportsApi(client)


def report(name: str) -> vigie.Accepted:
    return reports.file_report(
        idempotency_key=name,
        report_request=vigie.ReportRequest(
            url=f"https://example.invalid/{name}.jpg", category="CSAM", verification="SUSPECT", partner_reference=name
        ),
    )


filed = [report("python-1"), report("python-2")]
assert report("python-1").report_id == filed[0].report_id
assert reports.get_report(filed[0].report_id).step == "RECEIVED"

seen, cursor = [], None
while True:
    page = reports.list_reports(limit=1, cursor=cursor)
    seen += [one.report_id for one in page.reports]
    cursor = page.next
    if cursor is None:
        break
assert set(seen) >= {one.report_id for one in filed}, seen

try:
    reports.get_report(uuid.uuid4())
    raise AssertionError("a report that nobody filed was found")
except vigie.ApiException as refused:
    assert refused.status == 404, refused.status
    assert vigie.Problem.from_json(refused.body).type == "urn:vigie:problem:not-found", refused.body
print("python: passed")
