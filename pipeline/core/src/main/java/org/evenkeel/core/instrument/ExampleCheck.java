package org.evenkeel.core.instrument;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The worked examples an instrument carries, worked. An expected score must be exact; one whose decimals have no end is given
 * to at least {@value #FEWEST_DECIMALS} decimals, rounded half up.
 */
public final class ExampleCheck {
    /** Fewest decimals of an expected score that stands for one whose decimals have no end. */
    public static final int FEWEST_DECIMALS = 3;

    private ExampleCheck() {}

    /** What is wrong with the examples of this instrument, as sentences; empty when all are right and every scale has one. */
    public static List<String> failures(Instrument instrument) {
        List<String> failures = new ArrayList<>();
        for (int number = 1; number <= instrument.examples().size(); number++) {
            String where = String.format(Locale.ROOT, "%s, example %s: ", instrument.id(), number);
            failures(instrument, instrument.examples().get(number - 1))
                    .forEach(failure -> failures.add(where + failure));
        }
        unproved(instrument)
                .forEach(scale -> failures.add(String.format(
                        Locale.ROOT, "%s: scale %s needs an example that gives a score", instrument.id(), scale)));
        return List.copyOf(failures);
    }

    /** What is wrong with one example of this instrument, as sentences. */
    public static List<String> failures(Instrument instrument, Example example) {
        List<String> failures = new ArrayList<>();
        Map<ScaleId, Scale> scales = new TreeMap<>();
        try {
            instrument.scales(example.coding()).forEach(scale -> scales.put(scale.id(), scale));
        } catch (IllegalArgumentException unknownCoding) {
            return List.of(String.valueOf(unknownCoding.getMessage()));
        }
        example.answers().keySet().stream()
                .filter(item -> !instrument.items().contains(item))
                .sorted()
                .forEach(item -> failures.add(instrument.id() + " has no item " + item));
        new TreeMap<>(example.scores()).forEach((id, expected) -> {
            Scale scale = scales.get(id);
            if (scale == null) {
                failures.add(instrument.id() + " has no scale " + id);
            } else if (!agrees(scale, scale.score(example.answers()), expected)) {
                failures.add(String.format(
                        Locale.ROOT,
                        "%s gives %s, expected %s",
                        id,
                        shown(scale, scale.score(example.answers())),
                        expected.map(BigDecimal::toPlainString).orElse("no score")));
            }
        });
        new TreeMap<>(example.atRisk())
                .forEach((id, expected) ->
                        failures.addAll(riskFailures(instrument, scales.get(id), id, example, expected)));
        return List.copyOf(failures);
    }

    /** The scales without an example that gives a score. */
    public static List<ScaleId> unproved(Instrument instrument) {
        Set<ScaleId> shown = new HashSet<>();
        instrument
                .examples()
                .forEach(example -> example.scores().forEach((id, score) -> {
                    if (score.isPresent()) {
                        shown.add(id);
                    }
                }));
        return instrument.scales().stream()
                .map(Scale::id)
                .filter(id -> !shown.contains(id))
                .toList();
    }

    private static boolean agrees(Scale scale, Optional<Score> score, Optional<BigDecimal> expected) {
        if (score.isEmpty() || expected.isEmpty()) {
            return score.isEmpty() && expected.isEmpty();
        }
        BigDecimal units = BigDecimal.valueOf(score.get().units());
        BigDecimal denominator = BigDecimal.valueOf(scale.denominator());
        BigDecimal points = expected.get();
        return points.multiply(denominator).compareTo(units) == 0
                || (points.scale() >= FEWEST_DECIMALS
                        && units.divide(denominator, points.scale(), RoundingMode.HALF_UP)
                                        .compareTo(points)
                                == 0);
    }

    private static String shown(Scale scale, Optional<Score> score) {
        return score.map(made -> BigDecimal.valueOf(made.units())
                        .divide(BigDecimal.valueOf(scale.denominator()), 6, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString())
                .orElse("no score");
    }

    private static List<String> riskFailures(
            Instrument instrument, @Nullable Scale scale, ScaleId id, Example example, boolean expected) {
        if (scale == null) {
            return List.of(instrument.id() + " has no scale " + id);
        }
        if (scale.atRisk().isEmpty()) {
            return List.of("scale " + id + " has no at-risk rule");
        }
        AtRiskRule rule = scale.atRisk().get();
        return scale.score(example.answers())
                .map(score -> rule.holds(score.units(), scale.denominator()))
                .map(holds -> holds == expected
                        ? List.<String>of()
                        : List.of(String.format(Locale.ROOT, "%s at risk is %s, expected %s", id, holds, expected)))
                .orElse(List.of(id + " gives no score, so it cannot be at risk or not"));
    }
}
