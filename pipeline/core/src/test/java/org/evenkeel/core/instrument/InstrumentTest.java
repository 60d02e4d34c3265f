package org.evenkeel.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstrumentTest {
    private static final List<ItemKey> ITEMS = ScaleTest.items(3);
    private static final ItemKey LAST = ITEMS.get(2);
    private static final ScaleId SCALE = new ScaleId("scale");

    private static Instrument instrument(
            String id, Set<ItemKey> dropped, Set<InstrumentId> excludes, List<Example> examples) {
        return new Instrument(
                new InstrumentId(id),
                new Title("Three items"),
                "1",
                ITEMS,
                new AnswerRange(1, 5),
                Map.of("always", 5),
                dropped,
                excludes,
                List.of(
                        new Instrument.Coding("low", Set.of(LAST)),
                        new Instrument.Coding("high", Set.copyOf(ITEMS.subList(0, 2)))),
                List.of(ScaleTest.scale(3, Set.of(LAST), 0, Aggregate.SUM, 1, 2)),
                new Licence("none", "nobody"),
                List.of(),
                examples);
    }

    private static Example example(String coding, Map<ItemKey, Integer> answers, String score) {
        return new Example(
                Optional.of(coding),
                answers,
                Map.of(SCALE, Optional.of(score).filter(text -> !text.isEmpty()).map(BigDecimal::new)),
                Map.of());
    }

    @Test
    void coding_mirroredNumbers_giveTheSameScore() {
        Instrument instrument = instrument("three", Set.of(), Set.of(), List.of());
        Scale low = instrument.scales(Optional.empty()).get(0);
        Scale high = instrument.scales(Optional.of("high")).get(0);
        assertThat(high.score(ScaleTest.answers(1, 2, 4))).isEqualTo(low.score(ScaleTest.answers(5, 4, 2)));
    }

    @Test
    void coding_unknown_namesTheKnownOnes() {
        assertThatThrownBy(
                        () -> instrument("three", Set.of(), Set.of(), List.of()).scales(Optional.of("hgih")))
                .hasMessage("instrument three has no coding 'hgih'; it has [low, high]");
    }

    @Test
    void dropped_leavesNoItemOfItsScaleBehind() {
        Instrument instrument = instrument("three", Set.of(LAST), Set.of(), List.of());
        assertThat(instrument.kept()).isEmpty();
        assertThat(instrument.readerScores(Optional.empty())).hasSize(1);
        assertThat(instrument("three", Set.of(), Set.of(), List.of()).kept()).isEqualTo(ITEMS);
        assertThat(instrument("three", Set.of(), Set.of(), List.of()).readerScores(Optional.empty()))
                .isEmpty();
    }

    @Test
    void required_aDroppedItemThatAScoreNeeds_isAsked() {
        assertThat(instrument("three", Set.of(LAST), Set.of(), List.of()).required())
                .isEqualTo(ITEMS);
    }

    @Test
    void dropped_itemThatAnotherScaleWouldGiveAway_isRefused() {
        assertThatThrownBy(() -> NinthDropped.with(NinthDropped.SCALE, NinthDropped.scale("first-eight", 0, 8)))
                .hasMessageContaining("scales nine and first-eight of nine share items");
        assertThatThrownBy(() -> NinthDropped.with(NinthDropped.scale("ninth", 8, 9)))
                .hasMessageContaining("scale ninth of nine is made of a dropped item alone");
        assertThat(NinthDropped.with(NinthDropped.scale("last-five", 4, 9), NinthDropped.scale("first-four", 0, 4))
                        .kept())
                .isEqualTo(NinthDropped.ITEMS.subList(0, 4));
    }

    @Test
    void readerScore_travels() throws Exception {
        ReaderScore reader = instrument("three", Set.of(LAST), Set.of(), List.of())
                .readerScores(Optional.of("high"))
                .get(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(reader);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(reader);
        }
    }

    @Test
    void anchorForm_foldsCaseQuotesHyphensAndSpaces() {
        assertThat(Instrument.anchorForm(" Don\u2019t\u00a0 know\t\u2013 at  all "))
                .isEqualTo("don't know - at all");
    }

    @Test
    void conflicts_namesBothInstrumentsAndTheItem() {
        Catalogue catalogue =
                Catalogue.of(List.of(instrument("three", Set.of(LAST), Set.of(new InstrumentId("two")), List.of())));
        assertThat(catalogue.conflicts(List.of(new InstrumentId("two"), new InstrumentId("three"))))
                .singleElement()
                .asString()
                .startsWith("three and two cannot both be asked by one source")
                .contains("item_3");
        assertThat(catalogue.conflicts(List.of(new InstrumentId("three")))).isEmpty();
    }

    @Test
    void examples_rightOnes_passUnderTheirCoding() {
        assertThat(ExampleCheck.failures(instrument(
                        "three",
                        Set.of(),
                        Set.of(),
                        List.of(
                                example("low", ScaleTest.answers(5, 5, 1), "15"),
                                example("high", ScaleTest.answers(1, 1, 5), "15"),
                                example("low", ScaleTest.answers(1, 2, -1), "4.5"),
                                example("low", ScaleTest.answers(1, -1, -1), "")))))
                .isEmpty();
    }

    @Test
    void examples_wrongOnes_areAllSaid() {
        Example wrong = new Example(
                Optional.empty(),
                ScaleTest.answers(5, 5, 1),
                Map.of(SCALE, Optional.of(new BigDecimal("14")), new ScaleId("other"), Optional.empty()),
                Map.of(SCALE, true));
        assertThat(ExampleCheck.failures(
                        instrument("three", Set.of(), Set.of(), List.of(wrong, example("middle", Map.of(), "3")))))
                .containsExactly(
                        "three, example 1: three has no scale other",
                        "three, example 1: scale gives 15, expected 14",
                        "three, example 1: scale scale has no at-risk rule",
                        "three, example 2: instrument three has no coding 'middle'; it has [low, high]");
    }

    @Test
    void examples_scaleWithoutOne_isSaid() {
        assertThat(ExampleCheck.failures(instrument("three", Set.of(), Set.of(), List.of())))
                .containsExactly("three: scale scale needs an example that gives a score");
    }

    @Test
    void examples_coarselyRoundedScore_isRefused() {
        Instrument instrument = instrument("three", Set.of(), Set.of(), List.of());
        assertThat(ExampleCheck.failures(instrument, example("low", ScaleTest.answers(1, 2, -1), "4")))
                .containsExactly("scale gives 4.5, expected 4");
        assertThat(ExampleCheck.failures(instrument, example("low", ScaleTest.answers(1, 2, -1), "5")))
                .isNotEmpty();
    }
}
