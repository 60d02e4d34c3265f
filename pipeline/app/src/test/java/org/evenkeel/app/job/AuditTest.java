package org.evenkeel.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.sql.Mart;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseAnalysis;
import org.evenkeel.sql.release.ReleaseAudit;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseCondition;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.ReleaseFigureKind;
import org.evenkeel.sql.release.ReleaseHeader;
import org.evenkeel.sql.release.ReleaseMeasure;
import org.evenkeel.sql.release.ReleasePeriod;
import org.evenkeel.sql.release.ReleasePresentation;
import org.evenkeel.sql.release.ReleaseSource;
import org.evenkeel.sql.release.ReleaseTerm;
import org.evenkeel.sql.release.Releases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the audit says of releases that are as they should be, and of some that are not. */
@Tag("slow")
class AuditTest {
    private static final String TERM = "2025-autumn";

    @TempDir
    Path folder = Path.of("unset");

    private final BatchJob job = SmallStudy.job();

    @Test
    @Tag("slow")
    void audit_ofWhatTheJobReleased_isSafeAndProvedFromTheVault() throws IOException {
        SmallStudy study = SmallStudy.in(folder.resolve("school")).everything();
        job.run(study.configuration(), Optional.of(SmallStudy.FIRST_DUE));

        AuditOutcome outcome = job.audit(study.configuration());

        assertThat(outcome.exitCode()).as(outcome.lines().toString()).isZero();
        assertThat(outcome.lines())
                .anyMatch(line -> line.matches("certified ([1-9]\\d*) of \\1: .*at least 10 respondents"))
                .last()
                .asString()
                .startsWith("safe");
        Path vault = study.folder().resolve("vault/membership");
        try (Stream<Path> kept = Files.list(vault)) {
            Path file = kept.findFirst().orElseThrow();
            assertThat(Files.readString(file)).doesNotContain("S73");
            Files.writeString(file, Files.readString(file).replace("24", "25"));
        }
        assertThatThrownBy(() -> job.audit(study.configuration()))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining("not as it was written");
        try (Mart mart = StudyTables.mart(study)) {
            List<ReleaseAudit> lines = mart.reading(sql -> {
                Releases releases = new Releases(sql);
                return releases.find(releases.list().get(0).id()).orElseThrow().audits();
            });
            assertThat(lines).isNotEmpty().allSatisfy(line -> {
                assertThat(line.shownCohorts()).isPositive();
                assertThat(line.fewestRespondents()).isEqualTo(10);
            });
        }
    }

    @Test
    void audit_nothingReleased_hasNothingToAttack() {
        AuditOutcome outcome = job.audit(SmallStudy.in(folder).configuration());
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.lines()).singleElement().asString().contains("nothing to attack");
    }

    @Test
    void audit_remainderOfTheSchoolBelowTheThreshold_isNamedWithItsRecipe() {
        SmallStudy study = SmallStudy.in(folder);
        publish(study, release(List.of("20.0", "20.0", "20.0"), 54, 30, 20));

        AuditOutcome outcome = job.audit(study.configuration());

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.breaches())
                .anyMatch(line -> line.startsWith("Year 3 (4 respondents) = Whole school − Year 1 − Year 2"))
                .anyMatch(line -> line.contains("the vault does not know who stood behind it"));
        assertThat(outcome.lines()).last().asString().startsWith("NOT SAFE");
    }

    /** What is left for eight of 48 students is little when the means of the school and of all others are near the end of the scale. */
    @Test
    void audit_smallGroupsMeanKnownByInequalities_isFound() {
        SmallStudy study = SmallStudy.in(folder);
        publish(study, release(List.of("1.0", "0.0", "1.0"), 48, 20, 20));

        AuditOutcome outcome = job.audit(study.configuration());

        assertThat(outcome.breaches())
                .anyMatch(line -> line.startsWith("fewer than 10 respondents: Year 3 between 0.")
                        && line.contains("on a scale of 0 to 40"));
    }

    @Test
    void release_aGroupBelowTheThresholdCouldBeComputed_cannotGetItsAudit() {
        PublishedRelease unsafe = release(List.of("20.0", "20.0", "20.0"), 54, 30, 20);
        assertThatThrownBy(() -> ShownTables.of(unsafe).audit())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("below the threshold could be computed");
    }

    private static void publish(SmallStudy study, PublishedRelease release) {
        try (Mart mart = StudyTables.mart(study)) {
            mart.inTransaction(sql -> new Releases(sql).publish(release));
        }
    }

    /** A release of a school and two of its three years, with these means and respondents. */
    private static PublishedRelease release(List<String> means, int... respondents) {
        List<String> cohorts = List.of("school", "year=1", "year=2", "year=3");
        List<ReleaseFigure> figures = new ArrayList<>();
        for (int place = 0; place < cohorts.size(); place++) {
            boolean shown = place < respondents.length;
            figures.add(figure(
                    figures.size(),
                    "respondents",
                    cohorts.get(place),
                    shown ? Optional.of(BigDecimal.valueOf(respondents[place])) : Optional.empty(),
                    0));
            figures.add(figure(
                    figures.size(),
                    "mean",
                    cohorts.get(place),
                    shown ? Optional.of(new BigDecimal(means.get(place))) : Optional.empty(),
                    1));
        }
        LocalDate begins = LocalDate.of(2025, 9, 1);
        return new PublishedRelease(
                new ReleaseHeader(
                        TERM + "-made-by-hand",
                        "Small School",
                        TERM,
                        Optional.empty(),
                        Instant.EPOCH,
                        ZoneOffset.UTC,
                        10,
                        "sample",
                        Optional.empty(),
                        "test",
                        "c".repeat(64),
                        "i".repeat(64)),
                ReleasePresentation.PLAIN,
                List.of(new ReleaseTerm(TERM, 0, begins, begins.plusDays(99), begins.plusDays(120))),
                List.of(),
                List.of(new ReleasePeriod(TERM, 0, TERM, Optional.empty(), begins, begins.plusDays(99))),
                List.of(new ReleaseSource("survey", 0, "survey", "identified")),
                List.of(new ReleaseMeasure(
                        "survey/stress",
                        0,
                        "survey",
                        "Stress",
                        "stress",
                        "higher-is-worse",
                        "points",
                        BigDecimal.ZERO,
                        BigDecimal.valueOf(40),
                        Optional.empty(),
                        Optional.empty(),
                        "Stress, invented",
                        10,
                        "None",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())),
                IntStream.range(0, cohorts.size())
                        .mapToObj(place -> new ReleaseCohort(
                                cohorts.get(place),
                                place,
                                place == 0 ? "school" : "year",
                                place == 0 ? "Whole school" : "Year " + place,
                                "reported"))
                        .toList(),
                IntStream.range(1, cohorts.size())
                        .mapToObj(place -> new ReleaseCondition(
                                cohorts.get(place), "year", String.valueOf(place), Optional.empty()))
                        .toList(),
                List.of(
                        new ReleaseFigureKind("respondents", 0, "Respondents", "respondents"),
                        new ReleaseFigureKind("mean", 1, "Mean", "points")),
                figures,
                List.of(),
                List.of(),
                ReleaseAnalysis.NONE,
                List.of(),
                List.of());
    }

    private static ReleaseFigure figure(
            int order, String kind, String cohort, Optional<BigDecimal> value, int decimals) {
        return new ReleaseFigure(
                "F" + order,
                order,
                kind,
                "survey",
                Optional.of("survey/stress"),
                TERM,
                cohort,
                value.isPresent() ? ReleaseFigure.State.SHOWN : ReleaseFigure.State.WITHHELD,
                value,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                value.map(any -> decimals == 0 ? BigDecimal.ONE : new BigDecimal("0.5")),
                decimals,
                Optional.empty(),
                Optional.empty());
    }
}
