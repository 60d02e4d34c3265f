package org.evenkeel.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.app.config.InstrumentFiles;
import org.evenkeel.app.config.StudyFile;
import org.evenkeel.core.instrument.Catalogue;
import org.evenkeel.core.study.Coverage;
import org.evenkeel.core.study.Rhythm;
import org.evenkeel.core.study.Roster;
import org.evenkeel.core.study.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoStudyTest {
    private static final Catalogue SHIPPED = InstrumentFiles.load(List.of(Path.of("..", "..", "conf", "instruments")));

    @TempDir
    private Path folder;

    @Test
    void study_asWritten_isOneThatAnybodyCouldHaveWritten() throws IOException {
        SimulatedSchool school = SimulatedSchool.of(7, SchoolShape.DEMO);
        DemoFolder.write(folder, school, 1);
        Study study = StudyFile.load(folder, SHIPPED).study();
        assertThat(study.calendar()).isEqualTo(school.calendar());
        assertThat(study.coverage()).isEqualTo(Coverage.CENSUS);
        assertThat(study.simulated())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("Simulated", "seed 7"));
        assertThat(study.roster()).isEqualTo(new Roster.FromFile("roster.csv", StudyFile.ID_SPACE));
        assertThat(study.sources())
                .extracting(source -> source.id().value(), source -> source.rhythm())
                .containsExactlyInAnyOrder(
                        tuple("term-survey", Rhythm.SURVEY),
                        tuple("support-survey", Rhythm.SURVEY),
                        tuple("weekly-checkin", Rhythm.CHECK_IN));
    }

    @Test
    void study_ofOtherShapes_isReadableToo() throws IOException {
        for (int years = 2; years <= 6; years++) {
            SchoolShape shape = new SchoolShape(100 * years, years, SchoolShape.DEMO.campuses(), 1);
            Path own = folder.resolve("years-" + years);
            DemoFolder.write(own, SimulatedSchool.of(1, shape), 1);
            assertThat(StudyFile.load(own, SHIPPED).study().cohorts().attributes())
                    .hasSize(4);
        }
    }

    @Test
    void questionnaires_agreeWithTheInstrumentsThatScoreThem() {
        for (Questionnaire questionnaire : Questionnaire.values()) {
            var instrument = SHIPPED.instruments().values().stream()
                    .filter(known -> known.id().value().equals(questionnaire.instrument()))
                    .findFirst()
                    .orElseThrow();
            assertThat(instrument.items()).as(questionnaire.instrument()).hasSize(questionnaire.items());
            assertThat(questionnaire.least()).isEqualTo(instrument.range().lowest());
            assertThat(questionnaire.most()).isEqualTo(instrument.range().highest());
            for (int item = 1; item <= questionnaire.items(); item++) {
                assertThat(instrument
                                .codings()
                                .get(0)
                                .reversed()
                                .contains(instrument.items().get(item - 1)))
                        .as("%s, item %s", questionnaire.instrument(), item)
                        .isEqualTo(questionnaire.isReversed(item));
            }
        }
    }
}
