// A hotline's conversation through the client generated for Go: report, follow, list page by page, ask for nothing.
package main

import (
	"context"
	"fmt"
	"os"

	"vigie"
)

func check(holds bool, what any) {
	if !holds {
		fmt.Fprintln(os.Stderr, what)
		os.Exit(1)
	}
}

func main() {
	settings := vigie.NewConfiguration()
	settings.Servers = vigie.ServerConfigurations{{URL: os.Getenv("VIGIE")}}
	reports := vigie.NewAPIClient(settings).ReportsAPI
	as := context.WithValue(context.Background(), vigie.ContextAccessToken, os.Getenv("VIGIE_KEY"))

	report := func(name string) *vigie.Accepted {
		request := vigie.NewReportRequest("CSAM", "https://example.invalid/"+name+".jpg", "SUSPECT")
		request.SetPartnerReference(name)
		filed, _, err := reports.FileReport(as).IdempotencyKey(name).ReportRequest(*request).Execute()
		check(err == nil, err)
		return filed
	}
	first, second := report("go-1"), report("go-2")
	check(report("go-1").ReportId == first.ReportId, "filed twice")
	followed, _, err := reports.GetReport(as, first.ReportId).Execute()
	check(err == nil && followed.Step == "RECEIVED", err)

	seen := map[string]bool{}
	asked := reports.ListReports(as).Limit(1)
	for {
		page, _, err := asked.Execute()
		check(err == nil, err)
		for _, one := range page.Reports {
			seen[one.ReportId] = true
		}
		if page.GetNext() == "" {
			break
		}
		asked = asked.Cursor(page.GetNext())
	}
	check(seen[first.ReportId] && seen[second.ReportId], seen)

	_, answer, err := reports.GetReport(as, "00000000-0000-4000-8000-000000000000").Execute()
	check(err != nil && answer.StatusCode == 404, answer)
	problem, known := err.(*vigie.GenericOpenAPIError).Model().(vigie.Problem)
	check(known && problem.Type == "urn:vigie:problem:not-found", err)
	fmt.Println("go: passed")
}
