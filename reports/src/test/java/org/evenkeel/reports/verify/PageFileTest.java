package org.evenkeel.reports.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.evenkeel.reports.InventedSchool;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.reports.model.Watchlist;
import org.evenkeel.reports.web.WatchlistPage;
import org.evenkeel.sql.release.PublishedRelease;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class PageFileTest {
    private static final PublishedRelease RELEASE = InventedSchool.usual().latest();
    private static final List<PublishedRelease> HISTORY = InventedSchool.usual().history();
    private static final String PAGE = new String(
            WatchlistPage.render(Watchlist.of(TermReport.of(RELEASE, HISTORY), RELEASE, HISTORY)),
            StandardCharsets.UTF_8);

    /** A figure of this release and a number in its element. */
    private static final Pattern NUMBER = Pattern.compile("data-figure=\"(F\\d+)\"[^>]*>[^<]*?(\\d)[^<\\d]*<");

    private static Verdict verify(String page) {
        return VerificationTest.verification(RELEASE, HISTORY)
                .verify("watchlist.html", "", page.getBytes(StandardCharsets.UTF_8));
    }

    private static String altered(int place) {
        char digit = PAGE.charAt(place);
        return PAGE.substring(0, place) + (char) ('0' + (digit - '0' + 3) % 10) + PAGE.substring(place + 1);
    }

    @Test
    void untouchedPage_agrees() {
        assertThat(verify(PAGE).differences()).isEmpty();
    }

    @Test
    void numberOfAPage_alteredByADigit_isFound() {
        List<MatchResult> numbers = NUMBER.matcher(PAGE).results().limit(3).toList();
        assertThat(numbers).hasSize(3);
        for (MatchResult number : numbers) {
            assertThat(verify(altered(number.start(2))).differences()).isNotEmpty();
            assertThat(verify(altered(number.end(1) - 1)).differences()).isNotEmpty();
        }
    }

    @Test
    void pageCutShort_isRefused() {
        assertThatThrownBy(() -> verify(PAGE.substring(0, PAGE.length() / 2)))
                .isInstanceOf(VerifyProblem.class)
                .hasMessageContaining("the page is not whole");
    }
}
