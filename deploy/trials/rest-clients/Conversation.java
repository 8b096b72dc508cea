import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.ReportsApi;
import org.openapitools.client.model.Accepted;
import org.openapitools.client.model.Problem;
import org.openapitools.client.model.ReportRequest;

/** A hotline's conversation through the client generated for Java: report, follow, list page by page, ask for nothing. */
public final class Conversation {

    private final ReportsApi reports;

    private Conversation(ApiClient client) {
        reports = new ReportsApi(client);
    }

    public static void main(String[] arguments) throws Exception {
        var vigie = URI.create(System.getenv("VIGIE"));
        var client = new ApiClient();
        client.setScheme(vigie.getScheme());
        client.setHost(vigie.getHost());
        client.setPort(vigie.getPort());
        client.setBasePath("");
        client.setRequestInterceptor(
                request -> request.header("Authorization", "Bearer " + System.getenv("VIGIE_KEY")));
        new Conversation(client).converse();
        System.out.println("java: passed");
    }

    private Accepted report(String name) throws ApiException {
        var request = new ReportRequest()
                .url("https://example.invalid/" + name + ".jpg")
                .category(ReportRequest.CategoryEnum.CSAM)
                .verification(ReportRequest.VerificationEnum.SUSPECT)
                .partnerReference(name);
        return reports.fileReport(name, request, null);
    }

    private void converse() throws Exception {
        var filed = List.of(report("java-1"), report("java-2"));
        check(report("java-1").getReportId().equals(filed.get(0).getReportId()));
        check(reports.getReport(filed.get(0).getReportId()).getStep().getValue().equals("RECEIVED"));

        var seen = new ArrayList<UUID>();
        String cursor = null;
        do {
            var page = reports.listReports(null, null, null, null, null, null, null, 1, cursor);
            page.getReports().forEach(one -> seen.add(one.getReportId()));
            cursor = page.getNext();
        } while (cursor != null);
        check(seen.containsAll(filed.stream().map(Accepted::getReportId).toList()));

        try {
            reports.getReport(UUID.randomUUID());
            throw new AssertionError("a report that nobody filed was found");
        } catch (ApiException refused) {
            check(refused.getCode() == 404);
            var problem = ApiClient.createDefaultObjectMapper().readValue(refused.getResponseBody(), Problem.class);
            check(problem.getType().equals("urn:vigie:problem:not-found"));
        }
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new AssertionError();
        }
    }
}
