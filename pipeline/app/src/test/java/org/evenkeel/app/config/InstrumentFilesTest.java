package org.evenkeel.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.core.instrument.Aggregate;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.instrument.AtRiskRule;
import org.evenkeel.core.instrument.Catalogue;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.instrument.Example;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.Licence;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.instrument.Theme;
import org.evenkeel.core.instrument.Title;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.core.study.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstrumentFilesTest {
    private static final String OWN = """
            id: mood
            title: Mood of the day
            version: "3"
            items: [mood_1, mood_2]
            range: { lowest: 0, highest: 2 }
            anchors:
              low: 0
              high: 2
            reversed: [mood_2]
            scales:
              - id: mood-mean
                title: Mood
                theme: wellbeing
                offset: 1
                aggregate: mean
                multiplier: 10
                minimum-answered: 1
                direction: higher-is-better
                unit: degrees
                at-risk: { at-most: 12.5, basis: convention, source: a guess }
            licence: { terms: ours, holder: us }
            references: [a note]
            examples:
              - { answers: [2, .], scores: { mood-mean: 30 }, at-risk: { mood-mean: false } }
              - { answers: [., .], scores: { mood-mean: none } }
            titles: { es: Ánimo del día, en-US: Mood today }
            """;

    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String problems() {
        Problems problems = new Problems();
        InstrumentFiles.load(List.of(folder), problems);
        return problems.toString().replace(folder.toString().replace('\\', '/') + "/", "");
    }

    @Test
    void everyKey_reachesItsPlaceInTheRecord() throws IOException {
        write("mood.yaml", OWN);
        ItemKey first = new ItemKey("mood_1");
        ItemKey second = new ItemKey("mood_2");
        ScaleId scale = new ScaleId("mood-mean");
        Instrument expected = new Instrument(
                new InstrumentId("mood"),
                new Title(
                        "Mood of the day",
                        Map.of(Language.SPANISH, "Ánimo del día", Language.AMERICAN_ENGLISH, "Mood today")),
                "3",
                List.of(first, second),
                new AnswerRange(0, 2),
                Map.of("low", 0, "high", 2),
                Set.of(),
                Set.of(),
                List.of(new Instrument.Coding("default", Set.of(second))),
                List.of(new Scale(
                        scale,
                        new Title("Mood"),
                        Theme.WELLBEING,
                        List.of(first, second),
                        Set.of(second),
                        new AnswerRange(0, 2),
                        1,
                        Aggregate.MEAN,
                        10,
                        1,
                        Direction.HIGHER_IS_BETTER,
                        "degrees",
                        Optional.of(new AtRiskRule(
                                AtRiskRule.Comparison.AT_MOST,
                                new BigDecimal("12.5"),
                                AtRiskRule.Basis.CONVENTION,
                                "a guess")),
                        Optional.empty())),
                new Licence("ours", "us"),
                List.of("a note"),
                List.of(
                        new Example(
                                Optional.empty(),
                                Map.of(first, 2),
                                Map.of(scale, Optional.of(new BigDecimal("30"))),
                                Map.of(scale, false)),
                        new Example(Optional.empty(), Map.of(), Map.of(scale, Optional.empty()), Map.of())));
        assertThat(InstrumentFiles.load(List.of(folder, folder.resolve("absent"))))
                .isEqualTo(Catalogue.of(List.of(expected)));
    }

    @Test
    void problems_ofAllFiles_areSaidAtOnceAtTheirPlaces() throws IOException {
        write(
                "a.yaml",
                OWN.replace("title: Mood of the day", "titel: Mood of the day").replace("highest: 2", "highest: two"));
        write(
                "b.yaml",
                OWN.replace("reversed: [mood_2]", "reversed: [mood_3]")
                        .replace("theme: wellbeing", "theme: welbeing")
                        .replace("  low: 0", "  Low: 0")
                        .replace("  high: 2", "  high: 3"));
        assertThat(problems()).isEqualTo("""
                a.yaml:1:1: key 'title' is missing
                a.yaml:2:1: unknown key 'titel', did you mean 'title'?
                a.yaml:5:30: expected a whole number. Value given: 'two'
                b.yaml:7:3: write the answer text in lower case with single spaces: 'low'
                b.yaml:8:9: must be within the range 0..2. Value given: 3
                b.yaml:9:12: there is no item 'mood_3', did you mean 'mood_1'?
                b.yaml:13:12: must be one of burnout, connection, distress, engagement, peer-support, stress, wellbeing. Value given: 'welbeing', did you mean 'wellbeing'?""");
        assertThatThrownBy(() -> InstrumentFiles.load(List.of(folder))).isInstanceOf(UsageProblem.class);
    }

    @Test
    void example_thatDoesNotComeOut_isAProblemAtItsPlace() throws IOException {
        write(
                "mood.yaml",
                OWN.replace("mood-mean: 30 }", "mood-mean: 31 }").replace("mood-mean: false", "mood-mean: true"));
        assertThat(problems()).isEqualTo("""
                mood.yaml:24:5: this example does not come out: mood-mean at risk is false, expected true
                mood.yaml:24:5: this example does not come out: mood-mean gives 30, expected 31""");
    }

    @Test
    void example_ofAnotherLengthOrScale_isSaid() throws IOException {
        write("mood.yaml", OWN.replace("[2, .]", "[2]").replace("{ mood-mean: none }", "{ mood-maen: none }"));
        assertThat(problems()).isEqualTo("""
                mood.yaml:24:16: must have a value for each of the 2 items, '.' where missing. Values given: 1
                mood.yaml:25:34: there is no scale 'mood-maen', did you mean 'mood-mean'?""");
    }

    @Test
    void scale_withoutAnExample_isSaid() throws IOException {
        write("mood.yaml", OWN.replaceAll("  - \\{ answers: \\[2.*\n", ""));
        assertThat(problems()).isEqualTo("mood.yaml:11:5: scale 'mood-mean' needs an example that gives a score");
    }

    @Test
    void rule_thatTheRecordRefuses_isSaidWhereTheScaleStands() throws IOException {
        write("mood.yaml", OWN.replace("minimum-answered: 1", "minimum-answered: 3"));
        assertThat(problems())
                .startsWith("mood.yaml:11:5: scale mood-mean must ask for 1..2 answered items. Value given: 3");
    }

    @Test
    void id_takenByAnotherFile_isSaid() throws IOException {
        write("a.yaml", OWN);
        write("b.yaml", OWN);
        write("c.yaml", OWN.replace("id: mood\n", "id: spirits\n"));
        assertThat(problems())
                .contains("b.yaml:1:1: instrument 'mood' is defined already at ")
                .contains("c.yaml:11:5: scale 'mood-mean' is defined already at ");
    }

    @Test
    void syntaxError_leavesTheOtherFilesToBeRead() throws IOException {
        write("a.yaml", "id: [\n");
        write("b.yaml", OWN.replace("version:", "verison:"));
        assertThat(problems()).contains("a.yaml:").contains("not YAML").contains("did you mean 'version'?");
    }
}
