package org.vigie.metrics.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.vigie.metrics.ledger.Addressed;
import org.vigie.metrics.ledger.Selection;
import org.vigie.metrics.publication.Figures.Apart;
import org.vigie.metrics.publication.Figures.Group;
import org.vigie.metrics.publication.Figures.Named;
import org.vigie.metrics.publication.Figures.Point;
import org.vigie.metrics.publication.Publication.Period;
import org.vigie.metrics.removal.GroupTable;
import org.vigie.metrics.removal.Grouping;
import org.vigie.metrics.removal.MeasureGroups;
import org.vigie.metrics.removal.MeasureProviders;
import org.vigie.metrics.removal.ProviderRow;
import org.vigie.metrics.removal.RemovalIndicators;
import org.vigie.metrics.statistics.Share;
import org.vigie.metrics.statistics.SurvivalCurve;
import org.vigie.metrics.volume.CaseFigures;
import org.vigie.metrics.volume.CaseFiguresBy;
import org.vigie.metrics.volume.MeasureVolume;

/** Takes the numbers of a period as they stood at an instant. */
@Service
class FreezeFigures {

    /** More steps than this cannot be seen. */
    private static final int POINTS = 200;

    private final MeasureProviders measureProviders;
    private final MeasureGroups measureGroups;
    private final MeasureVolume measureVolume;
    private final PublicationRules rules;

    FreezeFigures(
            MeasureProviders measureProviders,
            MeasureGroups measureGroups,
            MeasureVolume measureVolume,
            PublicationRules rules) {
        this.measureProviders = measureProviders;
        this.measureGroups = measureGroups;
        this.measureVolume = measureVolume;
        this.rules = rules;
    }

    Figures of(Period period, Instant asOf) {
        var chosen = Selection.of(period.start(), period.end(), asOf);
        var providers = measureProviders.table(chosen).rows();
        var total = measureGroups.table(Grouping.TOTAL, chosen).rows().stream()
                .findFirst()
                .map(GroupTable.Row::indicators)
                .orElse(RemovalIndicators.NOTHING);
        var allCases = measureGroups.caseFigures(Grouping.TOTAL, chosen).of(MeasureGroups.ALL);
        var behind = new IdentityHashMap<Figure, List<Share>>();
        var counted = new Figures(
                measureVolume.totals(Selection.EVERYTHING).verifiedDetections(),
                figure(behind, total, allCases),
                named(behind, providers, measureProviders.caseFigures(chosen)),
                apart(providers),
                groups(behind, Grouping.TYPE, chosen),
                groups(behind, Grouping.STAGE, chosen),
                groups(behind, Grouping.CATEGORY, chosen),
                groups(behind, Grouping.COUNTRY, chosen));
        return CellSuppression.hide(counted, behind, rules.smallestCount());
    }

    private List<Named> named(Map<Figure, List<Share>> behind, List<ProviderRow> rows, CaseFiguresBy<Addressed> cases) {
        return rows.stream()
                .filter(row -> row.indicators().cell().targeted() >= rules.namedFrom())
                .filter(row -> row.reportedApart() == null)
                .map(row -> new Named(
                        row.addressed().provider(),
                        row.name(),
                        row.addressed().role(),
                        row.provider() == null ? null : row.provider().type(),
                        row.provider() == null ? null : row.provider().country(),
                        figure(behind, row.indicators(), cases.of(row.addressed()))))
                .toList();
    }

    private static List<Apart> apart(List<ProviderRow> rows) {
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(row.reportedApart()).map(reason -> new Apart(row.name(), reason)))
                .distinct()
                .toList();
    }

    private List<Group> groups(Map<Figure, List<Share>> behind, Grouping grouping, Selection chosen) {
        var cases = measureGroups.caseFigures(grouping, chosen);
        return measureGroups.table(grouping, chosen).rows().stream()
                .map(row -> new Group(
                        row.group(),
                        figure(behind, row.indicators(), cases.of(row.group())),
                        row.indicators().few()
                                ? List.of()
                                : points(row.indicators().report().curve())))
                .toList();
    }

    private static Figure figure(Map<Figure, List<Share>> behind, RemovalIndicators indicators, CaseFigures cases) {
        var figure = Figure.of(indicators, cases);
        behind.put(figure, Figure.shares(indicators, cases));
        return figure;
    }

    private static List<Point> points(SurvivalCurve curve) {
        var steps = curve.steps();
        var points = new ArrayList<Point>();
        var every = Math.ceilDiv(steps.size(), POINTS);
        for (int i = 0; i < steps.size(); i++) {
            if (i % every == 0 || i == steps.size() - 1) {
                var step = Objects.requireNonNull(steps.get(i));
                var interval = step.interval();
                points.add(new Point(
                        step.hour(),
                        step.survival(),
                        interval == null ? null : interval.lower(),
                        interval == null ? null : interval.upper()));
            }
        }
        return points;
    }
}
