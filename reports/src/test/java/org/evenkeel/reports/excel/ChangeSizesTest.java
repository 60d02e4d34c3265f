package org.evenkeel.reports.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.InventedSchool;
import org.evenkeel.reports.model.MeasureSection;
import org.evenkeel.reports.model.SizeTable;
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
    void table_everyChange_isListedWithWhatIsMissing() {
        SizeTable table = report().measures().get(0).sizes().orElseThrow();
        assertThat(table.rows())
                .extracting(SizeTable.Row::name)
                .containsExactly(plain.cohorts().get(0).name(), group.name());
        assertThat(table.rows().get(0).effect()).contains(size("0.16", "-0.06", "0.36", 2));
        assertThat(table.rows().get(1).effect()).isEmpty();
        assertThat(table.notes())
                .containsExactly(
                        "What matters is 4 points, the scale's important difference.",
                        "No Hedges' g where the standard deviation of the term before is not shown.");
    }

    @Test
    void workbook_everyChange_standsInItAsNumbers() throws Exception {
        WorkbookParts parts = new WorkbookParts(TermReportWorkbook.render(report()));
        assertThat(parts.text("xl/sharedStrings.xml"))
                .contains("How large changes are")
                .contains("No Hedges' g where the standard deviation of the term before is not shown.");
        assertThat(parts.names().stream()
                        .filter(name -> name.startsWith("xl/worksheets/sheet"))
                        .map(parts::text))
                .anySatisfy(sheet -> assertThat(sheet).contains("<v>0.16</v>", "<v>-0.06</v>", "<v>0.36</v>"));
    }
}
