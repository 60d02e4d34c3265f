package org.evenkeel.core.instrument;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.problem.Require;

/**
 * A published mean of others. It is drawn beside a measure only where the same instrument is scored by the same version of the
 * same rule.
 *
 * @param name what the study calls it: the name of its file
 * @param instrument the instrument those others were asked
 * @param version the version of the scoring rules it was computed with
 * @param scale the scale
 * @param rule how the scale's items were made one number
 * @param mean the mean of those others, in points, with the digits it is printed with
 * @param standardDeviation their standard deviation, where it is published
 * @param population who they were
 * @param year when they were asked
 * @param source where it is published
 * @param verified who compared the value with its source
 */
public record Benchmark(
        String name,
        InstrumentId instrument,
        String version,
        ScaleId scale,
        Rule rule,
        BigDecimal mean,
        Optional<BigDecimal> standardDeviation,
        String population,
        String year,
        String source,
        Verification verified) {
    private static final int MOST_DECIMALS = 6;
    private static final int LONGEST_POPULATION = 300;
    private static final int LONGEST_YEAR = 40;
    private static final int LONGEST_SOURCE = 1000;

    /** How items were made one number, and between which numbers it lies. */
    public record Rule(Aggregate aggregate, BigDecimal lowest, BigDecimal highest) {
        public Rule {
            Require.that(
                    lowest.compareTo(highest) < 0,
                    "the lowest score must be below the highest, %s. Value given: %s",
                    highest,
                    lowest);
        }

        /** The rule of a scale. */
        static Rule of(Scale scale) {
            return new Rule(
                    scale.aggregate(),
                    BigDecimal.valueOf(scale.lattice().lowestPoints()),
                    BigDecimal.valueOf(scale.lattice().highestPoints()));
        }

        private boolean sameAs(Rule other) {
            return aggregate == other.aggregate
                    && lowest.compareTo(other.lowest) == 0
                    && highest.compareTo(other.highest) == 0;
        }

        private String words() {
            return String.format(
                    Locale.ROOT,
                    "%s from %s to %s",
                    aggregate.name().toLowerCase(Locale.ROOT),
                    plain(lowest),
                    plain(highest));
        }
    }

    /** Who compared a value with its source, and when. */
    public record Verification(String by, LocalDate on) {
        public Verification {
            Require.that(!by.isBlank(), "a verification needs who made it. Value given: '%s'", by);
        }
    }

    public Benchmark {
        Require.that(
                mean.compareTo(rule.lowest()) >= 0 && mean.compareTo(rule.highest()) <= 0,
                "the mean of '%s' must be within %s..%s, the range of its rule. Value given: %s",
                name,
                plain(rule.lowest()),
                plain(rule.highest()),
                mean.toPlainString());
        Require.that(
                mean.scale() <= MOST_DECIMALS,
                "the mean of '%s' may have at most %s decimals. Value given: %s",
                name,
                MOST_DECIMALS,
                mean.toPlainString());
        standardDeviation.ifPresent(deviation -> Require.that(
                deviation.signum() > 0 && deviation.compareTo(rule.highest().subtract(rule.lowest())) < 0,
                "the standard deviation of '%s' must be above 0 and below %s. Value given: %s",
                name,
                plain(rule.highest().subtract(rule.lowest())),
                deviation.toPlainString()));
        shortEnough("population", population, LONGEST_POPULATION);
        shortEnough("year", year, LONGEST_YEAR);
        shortEnough("source", source, LONGEST_SOURCE);
    }

    private static void shortEnough(String what, String text, int most) {
        Require.that(
                !text.isBlank() && text.length() <= most,
                "the %s must have 1..%s characters. Value given: %s",
                what,
                most,
                text.length());
    }

    private static String plain(BigDecimal points) {
        return points.stripTrailingZeros().toPlainString();
    }

    /** Why the value cannot stand beside scores of this scale, a reason each; none where it can. */
    public List<String> differences(Instrument asked, Scale scored) {
        List<String> reasons = new ArrayList<>();
        if (!asked.version().equals(version)) {
            reasons.add("it was computed with version " + version + " of the rules, scores here are of version "
                    + asked.version());
        }
        Rule here = Rule.of(scored);
        if (!rule.sameAs(here)) {
            reasons.add("it is a " + rule.words() + ", scores here are a " + here.words());
        }
        return List.copyOf(reasons);
    }
}
