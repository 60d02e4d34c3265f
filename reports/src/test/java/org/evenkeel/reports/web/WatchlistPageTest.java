package org.evenkeel.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.reports.InventedSchool;
import org.evenkeel.reports.OwnLook;
import org.evenkeel.reports.model.Scheme;
import org.evenkeel.reports.model.Watchlist;
import org.evenkeel.reports.model.Watchlist.Status;
import org.evenkeel.sql.release.ReleaseFlag;
import org.evenkeel.sql.release.ReleasePresentation.Paper;
import org.junit.jupiter.api.Test;

class WatchlistPageTest {
    private static final WatchedSchool SCHOOL = WatchedSchool.of(InventedSchool.usual());
    private static final Watchlist LIST = SCHOOL.list();
    private static final String PAGE = SCHOOL.page();

    @Test
    void page_everyFlag_standsThereWithItsFigures() {
        for (ReleaseFlag flag : SCHOOL.latest().flags()) {
            String cohort = SCHOOL.latest().cohorts().stream()
                    .filter(one -> one.key().equals(flag.cohort()))
                    .findFirst()
                    .orElseThrow()
                    .name();
            assertThat(PAGE).contains("<bdi>" + cohort + "</bdi>");
            assertThat(PAGE).containsIgnoringCase(Markup.escaped(flag.sentence().substring((cohort + ": ").length())));
            assertThat(flag.evidence()).allSatisfy(id -> assertThat(PAGE).contains(">" + id + "<"));
        }
        assertThat(found("<tbody role=\"rowgroup\" class=\"entry\"")).hasSize((int) SCHOOL.latest().flags().stream()
                .filter(flag -> !flag.level().equals("grey"))
                .count());
    }

    @Test
    void page_everyFigureThatIsMarked_isOfTheReleasesAndPrintsItsId() {
        Set<String> known = new HashSet<>();
        SCHOOL.latest().figures().forEach(figure -> known.add(figure.id()));
        SCHOOL.history()
                .forEach(past ->
                        past.figures().forEach(figure -> known.add(past.header().subject() + "/" + figure.id())));
        List<String> marked = found("data-figure=\"([^\"]+)\"");
        assertThat(marked).hasSizeGreaterThan(500);
        assertThat(known).containsAll(marked);
        assertThat(marked.stream().distinct())
                .allSatisfy(id -> assertThat(PAGE).containsPattern(Pattern.quote(id) + "\\s*<"));
    }

    @Test
    void page_everyEntry_hasItsThreeCharts() {
        assertThat(found("<svg class=\"chart\""))
                .hasSizeGreaterThan(LIST.entries().size() * 2);
        assertThat(LIST.entries()).allMatch(entry -> entry.standing().isPresent());
        assertThat(LIST.entries())
                .anyMatch(entry -> entry.weeks()
                        .filter(weeks -> weeks.isControlled() && weeks.signals() > 0)
                        .isPresent());
    }

    @Test
    void page_namesThatAreMarkup_areEscaped() {
        String page = WatchedSchool.of(InventedSchool.usual()
                        .named("A & \"B\" <script>alert(1)</script>\u0000\u202E")
                        .withYears(List.of("<script>alert(2)</script>", "'><img src=x>", "Year 3", "Year 4")))
                .page();
        assertThat(page).doesNotContain("<script>alert", "<img", "\u0000", "\u202E");
        assertThat(page).contains("&lt;script&gt;alert(1)");
        assertThat(Pattern.compile("<script").matcher(page).results()).hasSize(1);
    }

    @Test
    void page_twice_sameBytes() {
        assertThat(WatchedSchool.of(InventedSchool.usual()).page()).isEqualTo(PAGE);
    }

    @Test
    void page_policy_allowsItsOwnContentOnly() {
        assertThat(PAGE).contains("default-src &#39;none&#39;").doesNotContain("unsafe-inline", "unsafe-eval");
        assertThat(PAGE).doesNotContain("http://", "https://", "style=\"", "onclick");
    }

    @Test
    void page_withoutAnalysisOrHistory_stillNamesEveryFlag() {
        Watchlist list = SCHOOL.withoutAnalysis().withoutHistory().list();
        assertThat(list.entries()).hasSameSizeAs(LIST.entries()).allMatch(entry -> entry.status() == Status.FIRST);
        assertThat(list.entries()).allMatch(entry -> entry.standing().isEmpty());
        assertThat(SCHOOL.withoutHistory().page()).contains("No earlier term has been published");
    }

    @Test
    void since_flagsOfTwoTerms_areComparedByGroupAndMeasure() {
        Set<String> now = keys(SCHOOL.latest().flags());
        Set<String> then =
                keys(SCHOOL.history().get(SCHOOL.history().size() - 1).flags());
        Watchlist.Since since = LIST.since().orElseThrow();
        assertThat(since.count(Status.NEW))
                .isEqualTo(now.stream().filter(key -> !then.contains(key)).count());
        assertThat(since.count(Status.GONE))
                .isEqualTo(then.stream().filter(key -> !now.contains(key)).count());
        assertThat(SCHOOL.withoutFlags().list().since().orElseThrow().count(Status.GONE))
                .isEqualTo(then.size());
    }

    @Test
    void palette_everyColour_standsOutEnough() {
        assertThat(Palette.values())
                .allSatisfy(colour ->
                        assertThat(colour.contrast()).as(colour.name()).isGreaterThanOrEqualTo(colour.needed()));
        assertThat(Palette.coloured("color: $red; background: $red-ground;", Scheme.PLAIN))
                .isEqualTo("color: #FFFFFF; background: #A61B1B;");
        assertThat(PAGE).doesNotContainPattern("\\$[a-z-]+;");
    }

    @Test
    void page_ownLook_hasLogoColoursContactsAndPaper() {
        String page = SCHOOL.wearing(OwnLook.whole(Locale.UK, Paper.LETTER)).page();
        String heading = Scheme.of(OwnLook.COLOURS).heading().code();
        assertThat(page)
                .contains("alt=\"Logo of Northfield School of Medicine\"", "src=\"data:image/png;base64,")
                .contains(
                        "img-src data:;",
                        "@page { size: letter;",
                        "h2 { font-size: 26px; line-height: 1.25; color: " + heading)
                .contains("Questions about this report: Office of Student Affairs", "<h3>Help in a crisis</h3>")
                .doesNotContainPattern("\\$[a-z-]+;");
        assertThat(page.indexOf("Help in a crisis")).isGreaterThan(page.indexOf("id=\"flags-title\""));
        assertThat(PAGE).doesNotContain("<img", "img-src", "Help in a crisis").contains("@page { size: A4;");
    }

    private static Set<String> keys(List<ReleaseFlag> flags) {
        return flags.stream()
                .filter(flag -> !flag.level().equals("grey"))
                .map(flag -> flag.cohort() + " " + flag.measure())
                .collect(Collectors.toSet());
    }

    private static List<String> found(String pattern) {
        Stream<MatchResult> results = Pattern.compile(pattern).matcher(PAGE).results();
        return results.map(result -> result.group(result.groupCount())).toList();
    }
}
