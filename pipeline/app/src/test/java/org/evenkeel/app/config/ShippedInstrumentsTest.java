package org.evenkeel.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenkeel.core.instrument.Catalogue;
import org.evenkeel.core.instrument.ExampleCheck;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.instrument.Score;
import org.evenkeel.core.study.Language;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ShippedInstrumentsTest {
    private static final Path CONF = Path.of("..", "..", "conf");
    private static final Path FOLDER = CONF.resolve("instruments");
    private static final Catalogue CATALOGUE = InstrumentFiles.load(List.of(FOLDER));

    @Test
    void titles_everyShippedOne_isThereInSpanish() {
        CATALOGUE.instruments().values().forEach(instrument -> {
            assertThat(instrument.title().translations())
                    .as("%s", instrument.id())
                    .containsKey(Language.SPANISH);
            instrument
                    .scales()
                    .forEach(scale -> assertThat(scale.title().translations())
                            .as("%s", scale.id())
                            .containsKey(Language.SPANISH));
        });
    }

    @Test
    void shipped_areThoseThatTheProductNames() {
        assertThat(new TreeSet<>(CATALOGUE.instruments().keySet()))
                .extracting(InstrumentId::value)
                .containsExactly(
                        "brs",
                        "cbi-s",
                        "check-in-energy",
                        "check-in-felt-supported",
                        "check-in-sleep-hours",
                        "check-in-stress",
                        "gad-7",
                        "k10",
                        "k6",
                        "mspss-friends",
                        "olbi-ms",
                        "olbi-s",
                        "peer-support-academic-help",
                        "peer-support-belonging",
                        "peer-support-contact",
                        "peer-support-help-seeking",
                        "peer-support-helpfulness",
                        "peer-support-programme-known",
                        "peer-support-whom-to-contact",
                        "phq-4",
                        "phq-8",
                        "phq-9",
                        "pss-10",
                        "pss-4",
                        "single-item-burnout",
                        "single-item-stress",
                        "ucla-3",
                        "uwes-3s",
                        "uwes-9s",
                        "who-5");
    }

    @TestFactory
    Stream<DynamicTest> examples_comeOut() {
        long count = CATALOGUE.instruments().values().stream()
                .mapToLong(instrument -> instrument.examples().size())
                .sum();
        System.out.printf(
                "proof: worked examples %,d of %,d instruments%n",
                count, CATALOGUE.instruments().size());
        return sorted().flatMap(instrument -> IntStream.range(
                        0, instrument.examples().size())
                .mapToObj(index -> DynamicTest.dynamicTest(
                        instrument.id() + ", example " + (index + 1),
                        () -> assertThat(ExampleCheck.failures(
                                        instrument, instrument.examples().get(index)))
                                .isEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> files_followTheSchema() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(CONF.resolve("schema").resolve("instrument.schema.json")));
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        String text = Files.readString(file);
                        assertThat(schema.validate(text, InputFormat.YAML)).isEmpty();
                        assertThat(text)
                                .startsWith("# yaml-language-server: $schema=../schema/instrument.schema.json\n");
                        assertThat(schema.validate(text + "colour: green\n", InputFormat.YAML))
                                .as("a key that the schema does not know")
                                .isNotEmpty();
                    }));
        }
    }

    /** Whichever end a form numbers first, the same words are the same score: a mirrored coding mirrors every value. */
    @TestFactory
    Stream<DynamicTest> codings_mirrorEachOther() {
        return sorted().filter(instrument -> instrument.codings().size() > 1)
                .map(instrument -> DynamicTest.dynamicTest(instrument.id().value(), () -> {
                    int mirror =
                            instrument.range().lowest() + instrument.range().highest();
                    for (int seed = 0; seed < 200; seed++) {
                        Map<ItemKey, Integer> usual = new TreeMap<>();
                        Map<ItemKey, Integer> mirrored = new TreeMap<>();
                        for (int index = 0; index < instrument.items().size(); index++) {
                            int width = instrument.range().highest()
                                    - instrument.range().lowest()
                                    + 1;
                            int value =
                                    instrument.range().lowest() + Math.floorMod(seed * 31 + index * (seed + 7), width);
                            usual.put(instrument.items().get(index), value);
                            mirrored.put(instrument.items().get(index), mirror - value);
                        }
                        assertThat(scores(
                                        instrument,
                                        Optional.of(instrument.codings().get(1).name()),
                                        mirrored))
                                .isEqualTo(scores(instrument, Optional.empty(), usual));
                    }
                }));
    }

    @Test
    void phq9_keepsItsTotalAndNothingElse() {
        Instrument phq9 = CATALOGUE.find(new InstrumentId("phq-9")).orElseThrow();
        assertThat(phq9.dropped()).containsExactly(new ItemKey("phq9_09"));
        assertThat(phq9.kept()).isEmpty();
        assertThat(phq9.readerScores(Optional.empty())).singleElement().satisfies(reader -> {
            assertThat(reader.key()).isEqualTo(new ItemKey("phq-9"));
            Map<ItemKey, Integer> ones = new TreeMap<>();
            phq9.items().forEach(item -> ones.put(item, 1));
            long denominator = phq9.scales().get(0).denominator();
            assertThat(reader.units(ones)).hasValue(Math.toIntExact(9 * denominator));
        });
        assertThat(CATALOGUE.conflicts(List.of(new InstrumentId("phq-8"), new InstrumentId("phq-9"))))
                .hasSize(1);
    }

    @Test
    void noCutIsShippedWhereItsAuthorGivesNone() {
        Set<String> without = Set.of(
                "pss-10", "pss-4", "uwes-9s", "uwes-3s", "mspss-friends", "olbi-s-exhaustion", "olbi-s-disengagement");
        assertThat(sorted().flatMap(instrument -> instrument.scales().stream())
                        .filter(scale -> without.contains(scale.id().value())))
                .hasSize(without.size())
                .allSatisfy(scale -> assertThat(scale.atRisk()).isEmpty());
    }

    private static Stream<Instrument> sorted() {
        return new TreeMap<>(CATALOGUE.instruments()).values().stream();
    }

    private static Map<ScaleId, Optional<Score>> scores(
            Instrument instrument, Optional<String> coding, Map<ItemKey, Integer> answers) {
        Map<ScaleId, Optional<Score>> scores = new TreeMap<>();
        for (Scale scale : instrument.scales(coding)) {
            scores.put(scale.id(), scale.score(answers));
        }
        return scores;
    }
}
