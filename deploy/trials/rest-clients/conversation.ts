// A hotline's conversation through the client generated for TypeScript: report, follow, list page by page, ask for nothing.
import assert from "node:assert";
import { randomUUID } from "node:crypto";
import { type Accepted, Configuration, ProblemFromJSON, ReportsApi, ResponseError } from "./client/index";

const reports = new ReportsApi(new Configuration({ basePath: process.env.VIGIE, accessToken: process.env.VIGIE_KEY }));

const report = (name: string): Promise<Accepted> => reports.fileReport({
  idempotencyKey: name,
  reportRequest: { url: `https://example.invalid/${name}.jpg`, category: "CSAM", verification: "SUSPECT", partnerReference: name },
});

async function converse(): Promise<void> {
  const filed = [await report("typescript-1"), await report("typescript-2")];
  assert.equal((await report("typescript-1")).reportId, filed[0].reportId);
  assert.equal((await reports.getReport({ id: filed[0].reportId })).step, "RECEIVED");

  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await reports.listReports({ limit: 1, cursor });
    seen.push(...page.reports.map((one) => one.reportId));
    cursor = page.next ?? undefined;
  } while (cursor);
  for (const one of filed) assert(seen.includes(one.reportId));

  await assert.rejects(reports.getReport({ id: randomUUID() }), (refused: unknown) => {
    assert(refused instanceof ResponseError);
    assert.equal(refused.response.status, 404);
    return true;
  });
  const refused = await reports.getReport({ id: randomUUID() }).catch((failure: ResponseError) => failure.response.json());
  assert.equal(ProblemFromJSON(refused).type, "urn:vigie:problem:not-found");
}

converse().then(() => console.log("typescript: passed"), (failure) => { console.error(failure); process.exitCode = 1; });
