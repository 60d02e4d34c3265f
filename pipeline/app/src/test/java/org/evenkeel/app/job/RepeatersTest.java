package org.evenkeel.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.evenkeel.app.config.Configuration;
import org.evenkeel.sql.Mart;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.Releases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A school of four years, of every class of which one repeats a year. */
@Tag("slow")
class RepeatersTest {
    private static final int YEARS = 4;
    private static final int PEOPLE = 36;
    private static final Instant DUE = Instant.parse("2027-01-12T00:00:00Z");

    @TempDir
    Path temporary = Path.of("unset");

    /** A respondent: when he entered, which year he was in and is in, and his answers to the three items in both terms. */
    private record Person(int number, int entered, int yearThen, int yearNow, int then, int now) {
        static Person of(int number, int entered, boolean repeats) {
            int yearThen = 2026 - entered;
            return new Person(
                    number,
                    entered,
                    yearThen,
                    yearThen + (repeats ? 0 : 1),
                    (number * 7 + number / 5) % 5,
                    (number * 7 + number / 5) % 5 + (number * 3 + entered) % 3);
        }

        boolean wasThere() {
            return yearThen > 0;
        }

        boolean isThere() {
            return yearNow <= YEARS;
        }

        String row(String day, int year, int answer) {
            return String.format(
                    Locale.ROOT,
                    "R-%s-%d,%s,%d,%d,%s 10:%02d:00,%d,%d,%d",
                    day,
                    number,
                    SmallStudy.student(number),
                    entered,
                    year,
                    day,
                    number % 60,
                    answer,
                    Math.max(0, answer - number % 2),
                    answer);
        }
    }

    private static List<Person> people() {
        List<Person> people = new ArrayList<>();
        for (int entered = 2026 - YEARS; entered <= 2026; entered++) {
            for (int place = 0; place < PEOPLE; place++) {
                people.add(Person.of(people.size(), entered, place == 5 && entered < 2026));
            }
        }
        return people;
    }

    @Test
    void run_oneOfEveryClassRepeats_changesOfYearsFollowTheClassAndAreShown() {
        List<Person> people = people();
        PublishedRelease autumn = released(people);
        for (int year = 2; year <= YEARS; year++) {
            int then = year - 1;
            int now = year;
            double byHand = mean(people.stream()
                            .filter(person -> person.isThere() && person.yearNow() == now)
                            .map(person -> person.row("-", now, person.now()))
                            .toList())
                    - mean(people.stream()
                            .filter(person -> person.wasThere() && person.yearThen() == then)
                            .map(person -> person.row("-", then, person.then()))
                            .toList());
            ReleaseFigure change = change(autumn, "year=" + year);
            assertThat(change.state()).as("year %d", year).isEqualTo(ReleaseFigure.State.SHOWN);
            assertThat(change.note()).hasValue("follows the same class, not the year label");
            BigDecimal step = change.step().orElseThrow();
            assertThat(change.value().orElseThrow().doubleValue())
                    .as("year %d", year)
                    .isCloseTo(byHand, Offset.offset(step.doubleValue() / 2 + 1e-9));
        }
        assertThat(change(autumn, "year=1").note()).hasValue("this class entered this term");
        assertThat(change(autumn, "school").note()).hasValue("classes entered and left in between");
    }

    private static ReleaseFigure change(PublishedRelease release, String cohort) {
        return release.figures().stream()
                .filter(figure ->
                        figure.kind().equals("change") && figure.cohort().equals(cohort))
                .findFirst()
                .orElseThrow();
    }

    /** The mean of the means of three answers. */
    private static double mean(List<String> rows) {
        return rows.stream()
                .map(row -> row.split(",", -1))
                .mapToDouble(cells ->
                        (Integer.parseInt(cells[5]) + Integer.parseInt(cells[6]) + Integer.parseInt(cells[7])) / 3.0)
                .average()
                .orElseThrow();
    }

    private PublishedRelease released(List<Person> people) {
        List<String> rows = new ArrayList<>(List.of("responseid,student,class,year,submitted,Q1,Q2,Q3"));
        people.stream()
                .filter(Person::wasThere)
                .forEach(person -> rows.add(person.row("2026-03-16", person.yearThen(), person.then())));
        people.stream()
                .filter(Person::isThere)
                .forEach(person -> rows.add(person.row("2026-11-16", person.yearNow(), person.now())));
        SmallStudy study = SmallStudy.in(temporary.resolve("repeaters"));
        study.write("study.yaml", """
                study: Repeating School
                timezone: UTC
                terms:
                  - { id: 2026-spring, from: 2026-01-12, to: 2026-06-26, cut-off: 2026-07-03 }
                  - { id: 2026-autumn, from: 2026-09-07, to: 2026-12-18, cut-off: 2027-01-08 }
                cohorts:
                  attributes: [class, year]
                  report: [school, year]
                sources:
                  survey:
                    exports: exports/survey/*
                    respondent: student
                    instruments: [{ id: uwes-3s, columns: "Q*" }]
                """);
        study.write("exports/survey/term.csv", SmallStudy.lines(rows));
        Configuration configuration = study.configuration();
        SmallStudy.job().run(configuration, Optional.of(DUE));
        try (Mart mart = Marts.open(configuration.file().mart(), Map.of())) {
            return mart.reading(sql -> new Releases(sql).latest("Repeating School", "2026-autumn"))
                    .orElseThrow();
        }
    }
}
