package org.evenkeel.reports;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.evenkeel.reports.excel.TermReportWorkbook;
import org.evenkeel.reports.model.CohortBriefs;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.reports.model.Watchlist;
import org.evenkeel.reports.pdf.CohortBriefPdf;
import org.evenkeel.reports.pdf.TermReportPdf;
import org.evenkeel.sql.release.PublishedRelease;
import org.jspecify.annotations.Nullable;

/**
 * Prints how long reports take: a term report of about 25 pages, 200 cohort briefs, a workbook of 100,000 figures, and a page of a report on
 * 5, 20 and 60 cohorts. Each is written once to warm up and then three times. Run its main method with {@code -Xmx512m}; the school is
 * invented by a fixed rule. Every time counts from the release as it was read to the bytes of the file.
 */
final class ReportsBenchmark {
    private static final int RUNS = 3;
    private static final int PAGES = 25;
    private static final int BRIEFS = 200;
    private static final int FIGURES = 100_000;
    private static final long MEGABYTE = 1 << 20;

    private ReportsBenchmark() {}

    /** Measures everything, or only what is named: {@code report}, {@code briefs}, {@code workbook}, {@code pages}. */
    public static void main(String[] arguments) throws IOException {
        List<String> wanted =
                arguments.length == 0 ? List.of("report", "pages", "briefs", "workbook") : List.of(arguments);
        System.out.printf(
                Locale.UK,
                "%d MB of memory at most, %d processors; seconds by the clock: least, middle and most of %d runs, and of processor%n",
                Runtime.getRuntime().maxMemory() / MEGABYTE,
                Runtime.getRuntime().availableProcessors(),
                RUNS);
        for (String one : wanted) {
            switch (one) {
                case "report" -> report();
                case "briefs" -> briefs();
                case "workbook" -> workbook();
                case "pages" -> pages();
                default -> throw new IllegalArgumentException("There is no benchmark called " + one);
            }
        }
    }

    // ---- what is measured

    private static void report() throws IOException {
        InventedSchool school = InventedSchool.usual();
        byte[] pdf = termReport(school.latest(), school.history());
        for (int measures = school.measures().size() - 1; measures > 0 && pagesOf(pdf) > PAGES; measures--) {
            school = school.asking(school.measures().subList(0, measures));
            pdf = termReport(school.latest(), school.history());
        }
        PublishedRelease release = school.latest();
        List<PublishedRelease> history = school.history();
        Spread spread = Spread.of(out -> out.accept(termReport(release, history)));
        print("term report of " + pagesOf(pdf) + " pages, " + release.figures().size() + " figures", spread, 1.5);
    }

    private static void pages() throws IOException {
        for (int wanted : List.of(5, 20, 60)) {
            InventedSchool school = ofCohorts(wanted);
            PublishedRelease release = school.latest();
            List<PublishedRelease> history = school.history();
            int pages = pagesOf(termReport(release, history));
            Spread spread = Spread.of(out -> out.accept(termReport(release, history)));
            System.out.printf(
                    Locale.UK,
                    "%-58s %s; %.0f ms a page%n",
                    "term report on " + (release.cohorts().size() - 1) + " cohorts, " + pages + " pages",
                    spread,
                    1000 * spread.middle() / pages);
        }
    }

    private static void briefs() {
        InventedSchool school = ofCohorts(BRIEFS + 10);
        PublishedRelease release = school.latest();
        List<PublishedRelease> history = school.history();
        int there = Math.min(BRIEFS, BriefedSchool.briefs(release, history).size());
        Spread spread = Spread.of(out -> {
            TermReport report = TermReport.of(release, history);
            CohortBriefs.of(report, Watchlist.of(report, release, history), release, history)
                    .all()
                    .limit(BRIEFS)
                    .forEach(brief -> out.accept(CohortBriefPdf.render(brief)));
        });
        print(there + " cohort briefs, " + release.figures().size() + " figures", spread, 30);
    }

    private static void workbook() {
        int cohorts = 60;
        InventedSchool school = ofCohorts(cohorts);
        while (school.latest().figures().size() < FIGURES) {
            cohorts = Math.max(cohorts + 3, (int)
                    ((long) cohorts * FIGURES / school.latest().figures().size()));
            school = ofCohorts(cohorts);
        }
        PublishedRelease release = school.latest();
        Spread spread = Spread.of(out -> out.accept(TermReportWorkbook.render(TermReport.of(release, List.of()))));
        print("workbook of " + String.format(Locale.UK, "%,d", release.figures().size()) + " figures", spread, 6);
    }

    /** A school of about so many groups: years, two campuses, and the years on each campus. */
    private static InventedSchool ofCohorts(int cohorts) {
        int years = Math.max(1, (cohorts - 2) / 3);
        InventedSchool school = InventedSchool.usual();
        return cohorts < 8
                ? school.withYears(names(cohorts)).withCampuses(List.of("One"))
                : school.withYears(names(years));
    }

    private static List<String> names(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(one -> "Programme " + one)
                .toList();
    }

    private static byte[] termReport(PublishedRelease release, List<PublishedRelease> history) {
        return TermReportPdf.render(TermReport.of(release, history));
    }

    private static int pagesOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    // ---- how long it takes

    /** How many bytes came out, and a checksum of them all. */
    private static final class Sum implements Consumer<byte[]> {
        private final CRC32C checksum = new CRC32C();
        private int bytes;

        @Override
        public void accept(byte[] file) {
            checksum.update(file);
            bytes += file.length;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Sum sum && bytes == sum.bytes && checksum.getValue() == sum.checksum.getValue();
        }

        @Override
        public int hashCode() {
            return Long.hashCode(checksum.getValue());
        }
    }

    /** Seconds of several runs, in order. */
    private record Spread(List<Double> seconds, double processor, int bytes) {
        static Spread of(Consumer<Consumer<byte[]>> work) {
            Sum first = new Sum();
            work.accept(first);
            List<Double> seconds = new ArrayList<>();
            Duration before = busy();
            for (int i = 0; i < RUNS; i++) {
                Sum again = new Sum();
                long start = System.nanoTime();
                work.accept(again);
                seconds.add((System.nanoTime() - start) / 1e9);
                if (!again.equals(first)) {
                    throw new IllegalStateException("The same report came out with other bytes");
                }
            }
            double processor = busy().minus(before).toMillis() / 1e3 / RUNS;
            return new Spread(seconds.stream().sorted().toList(), processor, first.bytes);
        }

        /** The processor time of this program so far, which other programs do not change much. */
        private static Duration busy() {
            return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        }

        double middle() {
            return seconds.get(seconds.size() / 2);
        }

        double most() {
            return seconds.get(seconds.size() - 1);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.UK,
                    "%6.2f %6.2f %6.2f; %6.2f; %,d kB",
                    seconds.get(0),
                    middle(),
                    most(),
                    processor,
                    bytes / 1024);
        }
    }

    private static void print(String what, Spread spread, double limit) {
        System.out.printf(
                Locale.UK,
                "%-58s %s; %s the limit of %.1f s%n",
                what,
                spread,
                spread.most() <= limit ? "within" : "above",
                limit);
    }
}
