package org.evenkeel.reports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.evenkeel.reports.InventedSchool;
import org.evenkeel.reports.Judged;
import org.evenkeel.reports.OwnLook;
import org.evenkeel.sql.release.ReleasePresentation.Paper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The page in a real browser, where this machine has one. Where it has none, every test here is a skip that says so. */
@Tag("slow")
class WatchlistBrowserTest {
    private static final String AXE = axe();
    private static final Map<Sample, Path> PAGES = new EnumMap<>(Sample.class);

    @TempDir
    private static Path folder;

    private static @Nullable Chromium running;

    private enum Sample {
        USUAL,
        FEW_FLAGS,
        NO_FLAGS,
        FIRST_TERM,
        OWN_LOOK,
        SIXTY_COHORTS,
        HARD_NAMES;

        WatchedSchool school() {
            return switch (this) {
                case USUAL -> WatchedSchool.of(InventedSchool.usual().sampled());
                case FEW_FLAGS -> WatchedSchool.of(asking(2)).withFlags(1);
                case NO_FLAGS ->
                    WatchedSchool.of(InventedSchool.usual().sampled()).withoutFlags();
                case FIRST_TERM ->
                    WatchedSchool.of(asking(2)).withFlags(1).withoutHistory().withoutAnalysis();
                case OWN_LOOK ->
                    WatchedSchool.of(asking(2)).withFlags(1).wearing(OwnLook.whole(Locale.UK, Paper.LETTER));
                case SIXTY_COHORTS ->
                    WatchedSchool.of(asking(1)
                                    .withYears(IntStream.rangeClosed(1, 20)
                                            .mapToObj(year -> "Year " + year)
                                            .toList()))
                            .withFlags(20);
                case HARD_NAMES ->
                    WatchedSchool.of(asking(2)
                                    .named("Факультет медицины «Северное поле» – École de médecine")
                                    .withYears(List.of(
                                            "السنة الأولى",
                                            "Donaudampfschifffahrtsgesellschaftskapitänsanwärterjahrgang zwei",
                                            "Курс третий, вечернее отделение для работающих студентов и их наставников",
                                            "Année <script>alert(1)</script> & \"quatre\"")))
                            .withFlags(1);
            };
        }
    }

    private enum State {
        NOTHING_EXPANDED(Sample.FEW_FLAGS, "0"),
        ALL_EXPANDED(Sample.FEW_FLAGS, "document.getElementById('open-all').click()"),
        FILTERED_TO_NOTHING(Sample.FEW_FLAGS, search("no such group")),
        OWN_LOOK(Sample.OWN_LOOK, "document.getElementById('open-all').click()"),
        SORTED(Sample.FEW_FLAGS, "document.querySelector('.sort').click()"),
        NO_FLAGS(Sample.NO_FLAGS, "0"),
        FIRST_TERM_EXPANDED(Sample.FIRST_TERM, "document.getElementById('open-all').click()"),
        SIXTY_COHORTS(Sample.SIXTY_COHORTS, "0"),
        HARD_NAMES_EXPANDED(Sample.HARD_NAMES, "document.getElementById('open-all').click()");

        private final Sample sample;
        private final String action;

        State(Sample sample, String action) {
            this.sample = sample;
            this.action = action;
        }
    }

    private static InventedSchool asking(int measures) {
        return InventedSchool.usual().asking(InventedSchool.usual().measures().subList(0, measures));
    }

    private static String search(String words) {
        return "(() => { const field = document.getElementById('by-text'); field.value = '" + words
                + "'; field.dispatchEvent(new Event('input', {bubbles: true})); })()";
    }

    @BeforeEach
    void assumeBrowser() throws IOException {
        if (Chromium.found().isEmpty()) {
            System.out.println("skipped: no Chromium on this machine, so the watchlist was not tried in a browser");
        }
        assumeTrue(Chromium.found().isPresent(), "no Chromium on this machine");
        if (running == null) {
            running = Chromium.start(Chromium.found().orElseThrow(), folder.resolve("profile"));
        }
        browser().width(1280);
        browser().medium("screen");
        browser().scripts(Chromium.Scripts.ON);
    }

    @AfterAll
    static void closeBrowser() {
        if (running != null) {
            running.close();
        }
    }

    private static Chromium browser() {
        Chromium found = running;
        if (found == null) {
            throw new IllegalStateException("No browser was started");
        }
        return found;
    }

    private static void open(Sample sample) {
        browser().open(PAGES.computeIfAbsent(sample, wanted -> {
            try {
                return Files.writeString(
                        folder.resolve(wanted + ".html"), wanted.school().page());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }));
    }

    private static String axe() {
        try (InputStream in = WatchlistBrowserTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    // ---- accessible

    static List<State> states() {
        return Judged.firstOf(
                List.of(
                        State.ALL_EXPANDED,
                        State.HARD_NAMES_EXPANDED,
                        State.OWN_LOOK,
                        State.NO_FLAGS,
                        State.NOTHING_EXPANDED,
                        State.FILTERED_TO_NOTHING,
                        State.SORTED,
                        State.FIRST_TERM_EXPANDED,
                        State.SIXTY_COHORTS),
                3);
    }

    static List<State> narrowStates() {
        return Judged.firstOf(List.of(State.HARD_NAMES_EXPANDED, State.ALL_EXPANDED, State.NO_FLAGS), 1);
    }

    @ParameterizedTest
    @MethodSource("states")
    void page_inEveryState_hasNoAxeViolation(State state) {
        open(state.sample);
        browser().run(state.action);
        browser().load(AXE);
        String found = browser()
                .run(
                        "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => v.id + ': ' + v.nodes.length + ' × '"
                                + " + v.nodes[0].html.slice(0, 200) + ' ' + v.nodes[0].failureSummary).join('\\n') + '#' + r.passes.length)");
        String[] parts = found.split("#(?=\\d+$)", 2);
        System.out.println("proof: axe-core finds nothing in state " + state + ", " + parts[1] + " rules passed");
        assertThat(parts[0]).isEmpty();
        assertThat(Integer.parseInt(parts[1])).isGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("narrowStates")
    void page_narrow_hasNoAxeViolationAndNothingBesideIt(State state) {
        browser().width(380);
        open(state.sample);
        browser().run(state.action);
        browser().load(AXE);
        assertThat(browser()
                        .run("axe.run().then(r => r.violations.map(v => v.id + ' ' + v.nodes[0].html).join('\\n'))"))
                .isEmpty();
        assertThat(browser().run("document.scrollingElement.scrollWidth")).isEqualTo("380");
    }

    @ParameterizedTest
    @EnumSource(Sample.class)
    void charts_everyPage_keepTheirWordsInside(Sample sample) {
        open(sample);
        browser().run("document.querySelectorAll('.detail').forEach(detail => detail.hidden = false)");
        assertThat(browser().run("""
                                [...document.querySelectorAll('svg.chart')].flatMap(svg => [...svg.querySelectorAll('text')]
                                  .filter(text => { const box = text.getBBox(); const all = svg.viewBox.baseVal;
                                    return box.x < -1 || box.x + box.width > all.width + 1 || box.y + box.height > all.height + 1; })
                                  .map(text => text.textContent)).join('; ')""")).isEmpty();
        assertThat(browser().run("document.scrollingElement.scrollWidth")).isEqualTo("1280");
    }

    // ---- by keyboard

    @Test
    void keyboard_firstTab_offersToSkip() {
        open(Sample.USUAL);
        browser().press(Chromium.Key.TAB);
        assertThat(focus("textContent")).isEqualTo("Skip to the flags");
        browser().press(Chromium.Key.ENTER);
        assertThat(browser().run("location.hash")).isEqualTo("#flags");
    }

    @Test
    void keyboard_enterOnAHead_sortsAndSaysSo() {
        open(Sample.USUAL);
        tabTo("document.activeElement.matches('[data-sort=measure] button')");
        browser().press(Chromium.Key.ENTER);
        assertThat(head("measure")).isEqualTo("ascending");
        assertThat(orders("measureOrder")).isSorted();
        assertThat(said()).isEqualTo("Sorted by measure.");
        browser().press(Chromium.Key.ENTER);
        assertThat(head("measure")).isEqualTo("descending");
        assertThat(orders("measureOrder")).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        tabTo("document.activeElement.matches('[data-sort=cohort] button')");
        browser().press(Chromium.Key.SPACE);
        assertThat(head("measure")).isEqualTo("none");
        assertThat(head("cohort")).isEqualTo("ascending");
        assertThat(orders("cohortOrder")).isSorted();
    }

    @Test
    void keyboard_enterOnDetails_opensAndCloses() {
        open(Sample.USUAL);
        tabTo("document.activeElement.matches('.more')");
        assertThat(focus("getAttribute('aria-expanded')")).isEqualTo("false");
        assertThat(shown(".detail")).isZero();
        browser().press(Chromium.Key.ENTER);
        assertThat(focus("getAttribute('aria-expanded')")).isEqualTo("true");
        assertThat(browser()
                        .run("document.getElementById(document.activeElement.getAttribute('aria-controls'))"
                                + ".getClientRects().length > 0"))
                .isEqualTo("true");
        assertThat(browser()
                        .run("getComputedStyle(document.activeElement).outlineStyle + parseFloat(getComputedStyle("
                                + "document.activeElement).outlineWidth)"))
                .isEqualTo("solid3");
        browser().press(Chromium.Key.SPACE);
        assertThat(shown(".detail")).isZero();
    }

    @Test
    void keyboard_choosingAndTyping_filtersAndSaysHowMany() {
        open(Sample.USUAL);
        long all = shown(".entry");
        tabTo("document.activeElement.id === 'by-level'");
        browser().press(Chromium.Key.DOWN);
        long red = shown(".entry");
        assertThat(red).isBetween(1L, all - 1);
        assertThat(shown(".entry[data-level=red]")).isEqualTo(red);
        assertThat(said()).isEqualTo("Showing " + red + " of " + all + " flags.");
        tabTo("document.activeElement.id === 'by-text'");
        browser().type("ZZZ");
        assertThat(shown(".entry")).isZero();
        assertThat(said()).isEqualTo("No flag of " + all + " matches these filters.");
        assertThat(shown("#nothing")).isOne();
        tabTo("document.activeElement.id === 'clear'");
        browser().press(Chromium.Key.ENTER);
        browser().run("new Promise(done => setTimeout(done, 20))");
        assertThat(shown(".entry")).isEqualTo(all);
        assertThat(said()).isEqualTo(all + " flags.");
    }

    @Test
    void filters_byThemeMeasureGroupingAndStatus_keepWhatTheyName() {
        open(Sample.USUAL);
        for (String choice : List.of("measure", "grouping", "status")) {
            String field = "document.getElementById('by-" + choice + "')";
            int options = Integer.parseInt(browser().run(field + ".options.length"));
            assertThat(options).isGreaterThan(1);
            for (int i = 1; i < options; i++) {
                String kept = browser()
                        .run("(() => { const field = " + field + "; field.selectedIndex = " + i
                                + "; field.dispatchEvent(new Event('input', {bubbles: true})); const value = field.value.replace(/^.*?:/, '');"
                                + " const shown = [...document.querySelectorAll('.entry')].filter(e => !e.hidden); return shown.length > 0"
                                + " && shown.every(e => Object.values(e.dataset).includes(value)); })()");
                assertThat(kept).isEqualTo("true");
            }
            browser()
                    .run("(" + field + ".selectedIndex = 0, " + field
                            + ".dispatchEvent(new Event('input', {bubbles: true})))");
        }
    }

    @Test
    void search_lettersWithoutAccents_findNamesWithThem() {
        open(Sample.HARD_NAMES);
        browser().run(search("kapitansanwarter"));
        assertThat(shown(".entry")).isPositive();
        browser().run(search("no kapitan of that name"));
        assertThat(shown(".entry")).isZero();
    }

    @Test
    void link_toAFilteredFlag_showsAndOpensIt() {
        open(Sample.USUAL);
        browser().run(search("no such group"));
        browser().run("document.querySelector('#changes a').click()");
        browser().run("new Promise(done => setTimeout(done, 60))");
        assertThat(browser().run("document.querySelector(location.hash + ' .detail').getClientRects().length > 0"))
                .isEqualTo("true");
        assertThat(focus("getAttribute('aria-expanded')")).isEqualTo("true");
    }

    // ---- alone, without scripts, on paper

    @Test
    void page_openedFromAFile_asksForNothingElse() {
        open(Sample.USUAL);
        browser().run("document.fonts.ready");
        assertThat(browser().requested())
                .hasSize(1)
                .allMatch(address -> address.endsWith("/" + Sample.USUAL + ".html"));
        assertThat(browser().complaints()).isEmpty();
        assertThat(
                        browser()
                                .run(
                                        "document.fonts.check('600 16px Evenkeel') && [...document.fonts].every(f => f.status === 'loaded')"))
                .isEqualTo("true");
    }

    @Test
    void policy_whateverIsTried_letsNothingOut() throws IOException {
        AtomicInteger arrived = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            arrived.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            String there = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            open(Sample.USUAL);
            assertThat(browser().run("fetch('" + there + "').then(() => 'out', () => 'refused')"))
                    .isEqualTo("refused");
            browser()
                    .run(
                            "new Promise(done => { const image = new Image(); image.onerror = image.onload = done; image.src = '"
                                    + there + "image'; })");
            browser()
                    .run(
                            "new Promise(done => { const script = document.createElement('script'); script.onerror = script.onload = done;"
                                    + " script.src = '" + there + "script'; document.head.append(script); })");
            browser().run("navigator.sendBeacon('" + there + "beacon', 'x')");
            assertThat(browser()
                            .run(
                                    "(() => { const script = document.createElement('script'); script.textContent = 'window.ran = 1';"
                                            + " document.head.append(script); return window.ran; })()"))
                    .isEqualTo("undefined");
            assertThat(arrived).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void page_withoutScripts_showsEverything() {
        browser().scripts(Chromium.Scripts.OFF);
        open(Sample.USUAL);
        assertThat(shown(".detail")).isEqualTo(shown(".entry")).isPositive();
        assertThat(shown("#filters, .more, .sort")).isZero();
    }

    @Test
    void paper_collapsedAndFiltered_showsEverything() {
        open(Sample.USUAL);
        long all = shown(".entry");
        browser().run(search("no such group"));
        browser().medium("print");
        assertThat(shown(".entry")).isEqualTo(all);
        assertThat(shown(".detail")).isEqualTo(all);
        assertThat(shown("#filters, .more, .skip")).isZero();
    }

    @Test
    void name_thatIsAScript_isShownAsItIs() {
        open(Sample.HARD_NAMES);
        assertThat(browser().run("document.body.textContent.includes('<script>alert(1)</script>')"))
                .isEqualTo("true");
        assertThat(browser().run("document.scripts.length")).isEqualTo("1");
        assertThat(browser().complaints()).isEmpty();
    }

    // ---- looking

    private static void tabTo(String there) {
        for (int i = 0; i < 200 && !browser().run(there).equals("true"); i++) {
            browser().press(Chromium.Key.TAB);
        }
        assertThat(browser().run(there)).as(there).isEqualTo("true");
    }

    private static String focus(String of) {
        return browser().run("document.activeElement." + of);
    }

    private static String head(String key) {
        return browser().run("document.querySelector('[data-sort=" + key + "]').getAttribute('aria-sort')");
    }

    private static String said() {
        return browser().run("document.getElementById('count').textContent");
    }

    private static List<Integer> orders(String key) {
        return java.util.Arrays.stream(browser()
                        .run("[...document.querySelectorAll('.entry')].map(entry => entry.dataset." + key
                                + ").join(' ')")
                        .split(" ", -1))
                .map(Integer::valueOf)
                .toList();
    }

    private static long shown(String selector) {
        return Long.parseLong(browser()
                .run("[...document.querySelectorAll('" + selector
                        + "')].filter(element => element.getClientRects().length > 0).length"));
    }
}
