package org.evenkeel.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenkeel.app.config.Configuration;
import org.evenkeel.sql.Mart;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.ReleaseHeader;
import org.evenkeel.sql.release.Releases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two years of thirty who check in every week of a term, where weeks are published monthly. */
@Tag("slow")
class MonthlyWeeksTest {
    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 7);
    private static final int WEEKS = 9;
    private static final int PEOPLE = 60;

    @TempDir
    Path temporary;

    @Test
    void run_monthByMonthOrAllAtOnce_givesTheSameReleasesAndNoWeekTwice() throws IOException {
        Path steps = study("steps");
        JobOutcome september = run(steps, "2026-10-02");
        assertThat(september.releases()).hasSize(1);
        assertThat(september.next().orElseThrow()).contains("weeks of 2026-10", "2026-10-31T23:00:00Z");
        assertThat(september.releases().get(0).reports())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("weekly-report.pdf", "weekly-report.xlsx");
        assertThat(run(steps, "2026-11-30").releases()).hasSize(2);

        Path once = study("once");
        assertThat(run(once, "2026-11-30").releases()).hasSize(3);
        assertThat(reports(once)).isEqualTo(reports(steps)).hasSize(10);

        Map<String, String> weeks = new TreeMap<>();
        releases(once).stream()
                .flatMap(release -> release.figures().stream())
                .filter(MonthlyWeeksTest::isMeanOfTheSchoolInAWeek)
                .forEach(figure -> assertThat(weeks.put(figure.period(), figure.id()))
                        .as(figure.period())
                        .isNull());
        assertThat(weeks).hasSize(WEEKS);
        assertThat(releases(once))
                .extracting(release ->
                        release.header().month().map(Object::toString).orElse("term"))
                .containsExactly("2026-09", "2026-10", "term");
    }

    private static boolean isMeanOfTheSchoolInAWeek(ReleaseFigure figure) {
        return figure.kind().equals("mean")
                && figure.cohort().equals("school")
                && figure.period().contains("/")
                && figure.state() == ReleaseFigure.State.SHOWN;
    }

    private Path study(String name) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve(name));
        Files.writeString(folder.resolve("study.yaml"), """
                study: Twelve Oaks
                timezone: Europe/Madrid
                terms:
                  - { id: 2026-autumn, from: 2026-09-07, to: 2026-11-06, cut-off: 2026-11-20 }
                releases: { weekly: monthly }
                cohorts: { attributes: [year], report: [school, year] }
                sources:
                  checkin: { exports: "exports/*", respondent: token, time: sent, attributes: { year: year }, items: { stress: stress } }
                """);
        StringBuilder csv = new StringBuilder("token,sent,year,stress\n");
        for (int week = 0; week < WEEKS; week++) {
            for (int person = 0; person < PEOPLE; person++) {
                csv.append("p").append(person).append(',');
                csv.append(FIRST.plusWeeks(week).plusDays(person % 5)).append(" 09:00:00,");
                csv.append(1 + person % 2)
                        .append(',')
                        .append(1 + (person + week) % 5)
                        .append('\n');
            }
        }
        Files.createDirectories(folder.resolve("exports"));
        Files.writeString(folder.resolve("exports/checkin.csv"), csv);
        return folder;
    }

    private static JobOutcome run(Path folder, String day) {
        Instant asOf = LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        Surroundings surroundings =
                new Surroundings(HOME, "test", Clock.fixed(asOf, ZoneOffset.UTC), Map.of(), 2, line -> {});
        return new BatchJob(surroundings).run(Configuration.load(HOME, folder), Optional.of(asOf));
    }

    private static Map<String, String> reports(Path folder) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("reports"))) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> hashes.put(folder.relativize(file).toString(), Hashes.ofFile(file)));
        }
        return hashes;
    }

    private static List<PublishedRelease> releases(Path folder) {
        Configuration configuration = Configuration.load(HOME, folder);
        try (Mart mart = Marts.open(configuration.file().mart(), Map.of())) {
            return mart.reading(sql -> {
                Releases releases = new Releases(sql);
                return releases.list().stream()
                        .map(ReleaseHeader::id)
                        .map(id -> releases.find(id).orElseThrow())
                        .toList();
            });
        }
    }
}
