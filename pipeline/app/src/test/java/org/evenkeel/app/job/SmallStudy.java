package org.evenkeel.app.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.evenkeel.app.config.Configuration;
import org.evenkeel.intake.PseudonymKey;
import org.evenkeel.sql.Mart;

/** A school of two years and two terms, small enough to be run again and again: a survey once a term, and check-ins. */
final class SmallStudy {
    static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
    static final Instant FIRST_DUE = Instant.parse("2026-01-10T00:00:00Z");
    static final Instant BOTH_DUE = Instant.parse("2026-04-11T00:00:00Z");
    static final int STUDENTS = 48;

    private static final Instant NOW = Instant.parse("2027-02-01T08:00:00Z");
    private static final String STUDY = """
            study: Small School
            timezone: UTC
            terms:
              - { id: 2025-autumn, from: 2025-09-01, to: 2025-12-19, cut-off: 2026-01-09 }
              - { id: 2026-spring, from: 2026-01-12, to: 2026-03-27, cut-off: 2026-04-10 }
              - { id: 2026-summer, from: 2026-04-20, to: 2026-06-26, cut-off: 2026-07-03 }
            cohorts:
              attributes: [year]
              report: [school, year]
            sources:
              survey:
                exports: exports/survey/*
                respondent: student
                instruments: [{ id: uwes-3s, columns: "Q*" }]
              checkin:
                exports: exports/checkin/*
                rhythm: check-in
                respondent: student
                items: { stress: stress }
            """;

    private static final String MART = "mart.mv.db";

    /** A mart that all steps were taken on, made once: the steps cost more than a run of so small a study. */
    private static final class EmptyMart {
        private static final byte[] BYTES = made();

        private static byte[] made() {
            try {
                Path folder = Files.createTempDirectory("mart");
                Path file = folder.resolve(MART);
                Mart.embedded(folder.resolve("mart")).close();
                byte[] bytes = Files.readAllBytes(file);
                Files.delete(file);
                Files.delete(folder);
                return bytes;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final Path folder;

    private SmallStudy(Path folder) {
        this.folder = folder;
    }

    /** The study's own files, an empty mart and a key that is the same every time. */
    static SmallStudy in(Path folder) {
        SmallStudy study = withoutMart(folder);
        try {
            Files.write(folder.resolve(MART), EmptyMart.BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return study;
    }

    /** The same before anything has been run, which makes the mart. */
    static SmallStudy withoutMart(Path folder) {
        SmallStudy study = new SmallStudy(folder);
        study.write("study.yaml", STUDY);
        for (String source : List.of("survey", "checkin")) {
            try {
                Files.createDirectories(folder.resolve("exports").resolve(source));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        byte[] secret = new byte[PseudonymKey.BYTES];
        secret[0] = 7;
        PseudonymKey.of(secret).write(folder.resolve("secret/key"));
        return study;
    }

    SmallStudy with(String setting) {
        write("study.yaml", STUDY + setting);
        return this;
    }

    Path folder() {
        return folder;
    }

    Configuration configuration() {
        return Configuration.load(HOME, folder);
    }

    /** The study that is in this folder already. */
    static SmallStudy at(Path folder) {
        return new SmallStudy(folder);
    }

    static BatchJob job() {
        return job("test");
    }

    static BatchJob job(String version) {
        return job(version, line -> {});
    }

    static BatchJob job(String version, Progress progress) {
        return new BatchJob(
                new Surroundings(HOME, version, Clock.fixed(NOW, ZoneOffset.UTC), Map.of("USER", "dean"), 2, progress));
    }

    static String student(int number) {
        return String.format(Locale.ROOT, "S%05d", 73000 + number);
    }

    /** Everything that the school hands in of these terms. */
    SmallStudy everything() {
        write("exports/survey/term.csv", survey(List.of(LocalDate.of(2025, 12, 8), LocalDate.of(2026, 3, 16)), 0));
        write("exports/checkin/weeks.csv", checkIns(weeks()));
        return this;
    }

    static List<LocalDate> weeks() {
        return Stream.of("2025-10-06", "2025-10-13", "2025-11-10", "2026-01-26", "2026-02-02", "2026-02-09")
                .map(LocalDate::parse)
                .toList();
    }

    /** A survey on these days, its codes moved by so much. */
    static String survey(List<LocalDate> days, int moved) {
        return survey(days, moved, STUDENTS);
    }

    static String survey(List<LocalDate> days, int moved, int students) {
        List<String> lines = new ArrayList<>(List.of("responseid,student,year,submitted,Q1,Q2,Q3"));
        for (LocalDate day : days) {
            for (int i = 0; i < students; i++) {
                lines.add(String.format(
                        Locale.ROOT,
                        "R-%s-%d,%s,%d,%s 10:%02d:00,%d,%d,%d",
                        day,
                        i,
                        student(i),
                        1 + i % 2,
                        day,
                        i % 60,
                        moved + (i + day.getDayOfMonth()) % 7,
                        moved + (i / 2) % 7,
                        moved + (i * 5) % 7));
            }
        }
        return lines(lines);
    }

    static String checkIns(List<LocalDate> days) {
        List<String> lines = new ArrayList<>(List.of("responseid,student,year,submitted,stress"));
        for (LocalDate day : days) {
            for (int i = 0; i < STUDENTS; i += 1 + day.getDayOfMonth() % 2) {
                lines.add(String.format(
                        Locale.ROOT,
                        "C-%s-%d,%s,%d,%s 08:%02d:00,%d",
                        day,
                        i,
                        student(i),
                        1 + i % 2,
                        day,
                        i % 60,
                        1 + (i + day.getDayOfYear()) % 5));
            }
        }
        return lines(lines);
    }

    static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    Path write(String name, String content) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
