package org.evenkeel.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evenkeel.sql.Mart;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseFact;
import org.evenkeel.sql.release.ReleaseFigureKind;
import org.evenkeel.sql.release.ReleaseHeader;
import org.evenkeel.sql.release.ReleaseMeasure;
import org.evenkeel.sql.release.Releases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A school that works in Spanish. */
@Tag("slow")
class SpanishReleaseTest {
    @TempDir
    Path temporary = Path.of("unset");

    @Test
    void run_studyInSpanish_publishesSpanishWords() {
        SmallStudy study =
                SmallStudy.in(temporary.resolve("small")).everything().with("language: es\n");
        SmallStudy.job().run(study.configuration(), Optional.of(SmallStudy.BOTH_DUE));
        try (Mart mart = StudyTables.mart(study)) {
            List<PublishedRelease> releases = mart.reading(sql -> {
                Releases all = new Releases(sql);
                return all.list().stream()
                        .map(ReleaseHeader::id)
                        .flatMap(id -> all.find(id).stream())
                        .toList();
            });
            assertThat(releases).isNotEmpty().allSatisfy(SpanishReleaseTest::isSpanish);
            assertThat(releases)
                    .flatExtracting(PublishedRelease::findings)
                    .extracting("sentence", String.class)
                    .anyMatch(sentence -> sentence.matches(".*: media de \\d+,\\d+ en una escala de .*"));
        }
    }

    private static void isSpanish(PublishedRelease release) {
        assertThat(release.cohorts()).extracting(ReleaseCohort::name).contains("Todo el centro", "Curso 1", "Curso 2");
        assertThat(release.kinds()).extracting(ReleaseFigureKind::title).contains("Media", "Tasa de respuesta");
        assertThat(release.measures())
                .extracting(ReleaseMeasure::title, ReleaseMeasure::unit)
                .contains(tuple("Engagement académico", "puntos"));
        assertThat(release.facts())
                .extracting(ReleaseFact::name)
                .contains("Mínimo de personas que respondieron")
                .doesNotContain("Fewest respondents");
        assertThat(release.figures().stream().flatMap(figure -> figure.note().stream()))
                .isNotEmpty()
                .noneMatch(note -> note.matches(".*\\b(the|term|answers?|class)\\b.*"));
        assertThat(release.findings()).noneMatch(finding -> finding.sentence().matches(".*\\b(the|than|if)\\b.*"));
    }
}
