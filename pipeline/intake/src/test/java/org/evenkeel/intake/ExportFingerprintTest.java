package org.evenkeel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.evenkeel.intake.ExportFingerprint.Item;
import org.junit.jupiter.api.Test;

class ExportFingerprintTest {
    private static SortedMap<Long, Long> codes(long... codesAndCounts) {
        SortedMap<Long, Long> codes = new TreeMap<>();
        for (int i = 0; i < codesAndCounts.length; i += 2) {
            codes.put(codesAndCounts[i], codesAndCounts[i + 1]);
        }
        return codes;
    }

    private static Item item(SortedMap<Long, Long> codes) {
        return new Item("pss_01", "Q12", "a1", 0, 4, codes, 0, 0);
    }

    private static List<String> changes(Item before, Item after) {
        return new ExportFingerprint("qualtrics", List.of(after))
                .changes(new ExportFingerprint("qualtrics", List.of(before)));
    }

    @Test
    void changes_codesRecoded_areSaidAsSpans() {
        Item before = new Item("mood_01", "Q12", "", 1, 5, codes(1, 9, 2, 9, 3, 9, 4, 9, 5, 9), 0, 0);
        Item after = new Item("mood_01", "Q12", "", 1, 5, codes(11, 9, 12, 9, 13, 9, 14, 9, 15, 9), 0, 0);
        assertThat(changes(before, after)).containsExactly("Q12 (mood_01): codes 1–5 became 11–15");
    }

    @Test
    void changes_codesShiftedByOne_areFoundThoughMostOfThemOverlap() {
        assertThat(changes(
                        item(codes(0, 20, 1, 20, 2, 20, 3, 20, 4, 20)), item(codes(1, 30, 2, 30, 3, 30, 4, 30, 5, 2))))
                .containsExactly("Q12 (pss_01): codes 0–4 became 1–5");
    }

    @Test
    void changes_codeOfTheScaleFirstSeenNow_isNone() {
        assertThat(changes(item(codes(1, 9, 2, 9)), item(codes(0, 3, 1, 20, 4, 7))))
                .isEmpty();
    }

    @Test
    void changes_fewMistypedCodes_areNone() {
        assertThat(changes(item(codes(0, 50, 1, 50)), item(codes(0, 50, 1, 50, 44, 2))))
                .isEmpty();
        assertThat(changes(item(codes(0, 50, 1, 50)), item(codes(0, 5, 1, 5, 44, 2))))
                .isEmpty();
    }

    @Test
    void changes_missingValueCodeKnownFromTheStart_isNone() {
        assertThat(changes(item(codes(0, 50, 99, 1)), item(codes(0, 5, 99, 5)))).isEmpty();
        assertThat(changes(item(codes(0, 50, 1, 40, 99, 10)), item(codes(0, 5, 50, 5))))
                .containsExactly("Q12 (pss_01): codes 0–1, 99 became 0, 50");
    }

    @Test
    void changes_wordingScaleAndColumn_areEachSaid() {
        Item before = item(codes(0, 5));
        assertThat(changes(before, new Item("pss_01", "Q12", "b2", 0, 4, codes(0, 5), 0, 0)))
                .containsExactly("Q12 (pss_01): its wording changed");
        assertThat(changes(before, new Item("pss_01", "Q12", "", 0, 4, codes(0, 5), 0, 0)))
                .isEmpty();
        assertThat(changes(before, new Item("pss_01", "Q12", "a1", 1, 5, codes(0, 5), 0, 0)))
                .containsExactly("Q12 (pss_01): its scale 0–4 became 1–5");
        assertThat(changes(before, new Item("pss_01", "Q13", "a1", 0, 4, codes(0, 5), 0, 0)))
                .containsExactly("pss_01: was read from column 'Q12', and here from 'Q13'");
    }

    @Test
    void changes_textsForCodes_areSaid() {
        Item codes = item(codes(0, 9, 3, 9));
        Item texts = new Item("pss_01", "Q12", "a1", 0, 4, codes(), 18, 0);
        Item unreadable = new Item("pss_01", "Q12", "a1", 0, 4, codes(0, 9), 0, 9);
        assertThat(changes(codes, texts)).containsExactly("Q12 (pss_01): codes 0, 3 became answer texts");
        assertThat(changes(texts, codes)).containsExactly("Q12 (pss_01): answer texts became codes 0, 3");
        assertThat(changes(codes, unreadable))
                .containsExactly(
                        "Q12 (pss_01): 9 of 18 answers cannot be read any more, so its texts or codes changed");
    }

    @Test
    void changes_ofManyItems_areNamedUpToALimit() {
        List<Item> before = new ArrayList<>();
        List<Item> after = new ArrayList<>();
        for (int i = 10; i < 40; i++) {
            before.add(new Item("x_" + i, "Q" + i, "a", 0, 4, codes(), 0, 0));
            after.add(new Item("x_" + i, "Q" + i, "b", 0, 4, codes(), 0, 0));
        }
        assertThat(new ExportFingerprint("csv", after).changes(new ExportFingerprint("csv", before)))
                .hasSize(13)
                .last()
                .isEqualTo("and 18 items more");
    }

    @Property
    void changes_anySampleOfTheScale_isGrowthAndNotDrift(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 4) Integer> first,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 4) Integer> second) {
        Item before = item(counted(first));
        Item after = item(counted(second));
        assertThat(changes(before, after)).isEmpty();
        ExportFingerprint both =
                new ExportFingerprint("csv", List.of(before)).with(new ExportFingerprint("csv", List.of(after)));
        assertThat(both.items().get(0).codes().keySet())
                .containsAll(before.codes().keySet())
                .containsAll(after.codes().keySet());
    }

    private static SortedMap<Long, Long> counted(List<Integer> answers) {
        SortedMap<Long, Long> codes = new TreeMap<>();
        answers.forEach(answer -> codes.merge((long) answer, 1L, Long::sum));
        return codes;
    }
}
