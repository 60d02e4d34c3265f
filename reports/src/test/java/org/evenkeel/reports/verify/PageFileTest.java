package org.evenkeel.reports.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.evenkeel.reports.InventedSchool;
import org.evenkeel.reports.model.FigureLine;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.sql.release.PublishedRelease;
import org.junit.jupiter.api.Test;

class PageFileTest {
    private static final PublishedRelease RELEASE = InventedSchool.usual().latest();
    private static final List<PublishedRelease> HISTORY = InventedSchool.usual().history();
    private static final FigureLine LINE = TermReport.of(RELEASE, HISTORY).figures().stream()
            .filter(line ->
                    line.reading().kind().equals("mean") && line.reading().hasInterval())
            .findFirst()
            .orElseThrow();

    private static String page(String text, String data, String label, String drawn) {
        String id = LINE.reading().id();
        return """
                <!DOCTYPE html>
                <html lang="en"><head><title>Watchlist 2026</title><style>td { width: 12px }</style></head><body>
                <p>Release %s</p><h2>%s</h2>
                <p data-figure="%s" data-value="%s">%s &amp; more <span class="id">%s</span></p>
                <svg role="img" data-figure="%s" aria-label="The mean is %s"><text x="7">%s</text></svg>
                </body></html>
                """.formatted(RELEASE.header().id(), LINE.measureTitle(), id, data, text, id, id, label, drawn);
    }

    private static Verdict verify(String page) {
        return VerificationTest.verification(RELEASE, HISTORY)
                .verify("watchlist.html", "", page.getBytes(StandardCharsets.UTF_8));
    }

    private static String altered(String number) {
        char digit = number.charAt(number.length() - 1);
        return number.substring(0, number.length() - 1) + (digit == '9' ? '1' : (char) (digit + 1));
    }

    @Test
    void eachPlaceOfAPage_alteredByADigit_namesItsFigure() {
        // An interval's end is two digits away from the value, so that an altered value explains itself by nothing.
        String right = LINE.reading().text();
        String wrong = altered(altered(altered(right)));
        assertThat(verify(page(right, right, right, right)).differences()).isEmpty();
        for (String page : List.of(
                page(wrong, right, right, right),
                page(right, wrong, right, right),
                page(right, right, wrong, right),
                page(right, right, right, wrong))) {
            assertThat(verify(page).differences())
                    .singleElement()
                    .satisfies(difference -> assertThat(difference.figures())
                            .containsExactly(LINE.reading().id()))
                    .satisfies(difference -> assertThat(difference.text()).contains(wrong, LINE.measureTitle()));
        }
    }

    @Test
    void pageCutShort_isRefused() {
        String page = page("1", "1", "1", "1");
        assertThatThrownBy(() -> verify(page.substring(0, page.length() / 2)))
                .isInstanceOf(VerifyProblem.class)
                .hasMessageContaining("the page is not whole");
    }
}
