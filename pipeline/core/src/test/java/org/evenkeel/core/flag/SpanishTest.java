package org.evenkeel.core.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.words.Messages;
import org.junit.jupiter.api.Test;

class SpanishTest {
    private static final Messages ENGLISH = Messages.of(Locale.UK);
    private static final Messages SPANISH = Messages.of(Locale.forLanguageTag("es"));
    private static final List<ReportedMeasure> MEASURES = InventedFigures.measures(Direction.HIGHER_IS_WORSE);

    private static List<ShownSoFar> examples() {
        List<ShownSoFar> examples = new ArrayList<>();
        for (double[] change : new double[][] {{0.5, 1.5}, {0.5, 2}, {3, 1}, {3, 3.5}, {-9, 1}}) {
            examples.add(ShownSoFar.first(
                    new InventedFigures("2026-autumn").school(20).change(Cohort.SCHOOL, change[0], change[1])));
        }
        examples.add(
                ShownSoFar.first(new InventedFigures("2026-autumn").school(20).changes(2.5, 0.5)));
        examples.add(ShownSoFar.first(new InventedFigures("2026-autumn")
                .school(18.4)
                .group("year", "1", 16, 250, 100)
                .group("year", "2", 18, 225, 90)
                .group("year", "3", 24, 125, 41)));
        InventedFigures campuses = new InventedFigures("2026-autumn").school(20).group("campus", "North", 20, 50, 20);
        for (int i = 0; i < 9; i++) {
            campuses.group("campus", "C" + i, 19.5 + i * 0.125, 50, 70);
        }
        examples.add(new ShownSoFar(
                campuses.group("campus", "South", 28, 50, 70), List.of(new InventedFigures("2026-spring").school(18))));
        return examples;
    }

    /** Everything that is said of the examples in words. */
    private static List<String> said(Messages messages) {
        List<String> said = new ArrayList<>();
        for (ShownSoFar figures : examples()) {
            Flags flags = Flags.of(figures, MEASURES, messages);
            flags.flags().forEach(flag -> said.add(flag.sentence()));
            said.add(flags.calibration().redInWords(messages));
            said.add(flags.calibration().amberInWords(messages));
            Findings.of(figures, MEASURES, messages).forEach(finding -> said.add(finding.sentence()));
            Analysis.of(figures, MEASURES, flags, messages).bands().forEach(band -> said.add(band.basis()));
            Stream.concat(
                            Weighting.of(figures, MEASURES, messages).notes().stream(),
                            ResponseSensitivity.notes(figures, MEASURES, messages).stream())
                    .forEach(note -> said.addAll(List.of(note.name(), note.words())));
        }
        return said;
    }

    /** What stands between the places of British sentences, where it is long enough to be nothing but English. */
    private static Set<String> british() throws IOException {
        Set<String> passages = new TreeSet<>();
        for (String bundle : List.of("cohort", "finding", "flag", "heard", "weighting")) {
            Properties sentences = new Properties();
            try (InputStream in =
                    Objects.requireNonNull(Messages.class.getResourceAsStream(bundle + ".properties"), bundle)) {
                sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            sentences.values().stream()
                    .flatMap(sentence -> Arrays.stream(
                            String.valueOf(sentence).replace("''", "'").split("\\{\\d\\}|[;:,.()]", -1)))
                    .map(String::strip)
                    .filter(passage -> passage.split(" ", -1).length > 3)
                    .forEach(passages::add);
        }
        return passages;
    }

    @Test
    void everythingSaid_inSpanish_holdsNoEnglishPassageAndNoDecimalPoint() throws IOException {
        Set<String> british = british();
        List<String> english = said(ENGLISH);
        List<String> spanish = said(SPANISH);
        assertThat(spanish).hasSameSizeAs(english).hasSizeGreaterThan(50);
        assertThat(british)
                .filteredOn(passage -> english.stream().anyMatch(text -> text.contains(passage)))
                .hasSizeGreaterThan(20);
        assertThat(spanish).allSatisfy(text -> {
            assertThat(british).noneMatch(text::contains);
            assertThat(text).doesNotContainPattern("\\d\\.\\d").doesNotContain("answer", " the ");
        });
        assertThat(spanish).anyMatch(text -> text.matches(".*\\d,\\d.*"));
    }

    @Test
    void findings_clearRise_isOneSpanishSentence() {
        assertThat(Findings.of(examples().get(2), MEASURES, SPANISH).get(0).sentence())
                .contains("; peor que en el periodo anterior: +3 puntos (intervalo del 95 %: de +2 a +4), menos que la"
                        + " diferencia relevante (4)")
                .endsWith("; desaparecería si quienes no respondieron estuvieran 12 puntos por debajo de quienes"
                        + " respondieron.");
    }
}
