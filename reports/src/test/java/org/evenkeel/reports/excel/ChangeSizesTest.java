package org.evenkeel.reports.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.InventedSchool;
import org.evenkeel.reports.model.FactTable;
import org.evenkeel.reports.model.MeasureSection;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseAnalysis;
import org.evenkeel.sql.release.ReleaseChangeSize;
import org.evenkeel.sql.release.ReleaseCohort;
import org.junit.jupiter.api.Test;

/** How large changes are, as readers of the report and of the workbook find it. */
class ChangeSizesTest {
    private static final String SAID =
            "+1.2 points (-0.4 to +2.8); +0.30 (-0.10 to +0.70) times what matters (4 points,"
                    + " the scale's important difference); Hedges' g +0.16 (-0.06 to +0.36)";

    private final PublishedRelease plain = InventedSchool.usual().latest();
    private final String measure = plain.measures().get(0).key();
    private final ReleaseCohort group = plain.cohorts().get(1);

    private TermReport report() {
        ReleaseChangeSize.Size points = size("1.2", "-0.4", "2.8", 1);
        ReleaseChangeSize.Multiple multiple = new ReleaseChangeSize.Multiple(
                new BigDecimal("4"), "the scale's important difference", size("0.30", "-0.10", "0.70", 2));
        List<ReleaseChangeSize> changes = List.of(
                new ReleaseChangeSize(
                        0,
                        "change",
                        measure,
                        plain.cohorts().get(0).key(),
                        points,
                        Optional.of(multiple),
                        Optional.of(size("0.16", "-0.06", "0.36", 2)),
                        Optional.empty()),
                new ReleaseChangeSize(
                        1,
                        "change",
                        measure,
                        group.key(),
                        points,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("the standard deviation of the term before is not shown")));
        PublishedRelease release = SchoolWithAnalysis.with(
                plain, new ReleaseAnalysis(List.of(), List.of(), List.of(), List.of(), List.of(), changes));
        return TermReport.of(release, InventedSchool.usual().history());
    }

    private static ReleaseChangeSize.Size size(String value, String lower, String upper, int decimals) {
        return new ReleaseChangeSize.Size(
                new BigDecimal(value),
                Optional.of(new BigDecimal(lower)),
                Optional.of(new BigDecimal(upper)),
                decimals);
    }

    @Test
    void measure_changeOfTheSchool_isSaidInPointsMultiplesAndHedgesInThisOrder() {
        MeasureSection section = report().measures().get(0);
        assertThat(section.notes())
                .contains(
                        "In points, in multiples of what matters and in standard deviations, the change since the term"
                                + " before is " + SAID.replace("-", "−") + ".");
    }

    @Test
    void facts_everyChange_isListedWithWhatIsMissing() {
        FactTable table = report().facts().stream()
                .filter(facts -> facts.title().equals("How large changes are"))
                .findFirst()
                .orElseThrow();
        assertThat(table.facts())
                .extracting(FactTable.Fact::content)
                .containsExactly(
                        SAID.replace("-", "−"),
                        "+1.2 points (−0.4 to +2.8); no Hedges' g, because the standard deviation of the term before is not"
                                + " shown");
        assertThat(table.facts().get(1).name()).contains(group.name());
    }

    @Test
    void workbook_everyChange_standsInIt() throws Exception {
        assertThat(new WorkbookParts(TermReportWorkbook.render(report())).text("xl/sharedStrings.xml"))
                .contains("Hedges' g +0.16 (−0.06 to +0.36)")
                .contains("no Hedges' g, because the standard deviation of the term before is not shown");
    }
}
