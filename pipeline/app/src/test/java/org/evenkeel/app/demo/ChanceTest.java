package org.evenkeel.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChanceTest {
    private static final int MANY = 20_000;

    @Test
    void of_sameName_givesTheSameStream_otherNamesOthers() {
        double first = Chance.of(1, "state", 2, 3).uniform();
        assertThat(Chance.of(1, "state", 2, 3).uniform()).isEqualTo(first);
        assertThat(List.of(
                        Chance.of(2, "state", 2, 3).uniform(),
                        Chance.of(1, "stats", 2, 3).uniform(),
                        Chance.of(1, "state", 3, 2).uniform(),
                        Chance.of(1, "state", 2).uniform()))
                .doesNotContain(first);
    }

    @Test
    void of_numberedStreams_areUnrelated() {
        List<Double> here = Stream.iterate(0, i -> i + 1)
                .limit(MANY)
                .map(i -> Chance.of(1, "a", i).normal())
                .toList();
        List<Double> next = Stream.iterate(0, i -> i + 1)
                .limit(MANY)
                .map(i -> Chance.of(1, "a", i + 1).normal())
                .toList();
        assertThat(Plain.mean(here)).isBetween(-0.03, 0.03);
        assertThat(Plain.deviation(here)).isBetween(0.98, 1.02);
        assertThat(Plain.correlation(here, next)).isBetween(-0.03, 0.03);
    }

    @Test
    void numbers_haveTheMomentsTheyPromise() {
        Chance chance = Chance.of(1, "moments");
        assertThat(mean(() -> chance.uniform())).isBetween(0.49, 0.51);
        assertThat(mean(() -> (double) chance.poisson(1.2))).isBetween(1.17, 1.23);
        assertThat(mean(() -> (double) chance.between(3, 6))).isBetween(4.46, 4.54);
        assertThat(mean(() -> (double) chance.roundedFairly(2.3))).isBetween(2.28, 2.32);
        assertThat(mean(() -> chance.happens(0.2) ? 1.0 : 0.0)).isBetween(0.19, 0.21);
    }

    private static double mean(Supplier<Double> number) {
        return Plain.mean(Stream.generate(number).limit(MANY).toList());
    }
}
