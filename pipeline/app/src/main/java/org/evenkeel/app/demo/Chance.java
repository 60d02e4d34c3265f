package org.evenkeel.app.demo;

import java.util.SplittableRandom;

/**
 * A stream of chance that belongs to a seed and a name. Streams of different names are independent, so that one more
 * student or week changes nothing about the others.
 */
final class Chance {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    private Chance(long state) {
        this.random = new SplittableRandom(state);
    }

    /** The stream of this seed, purpose and numbers, such as a student's and a term's. */
    static Chance of(long seed, String purpose, long... numbers) {
        long state = mix(seed + GOLDEN);
        for (int i = 0; i < purpose.length(); i++) {
            state = mix(state ^ purpose.charAt(i)) + GOLDEN;
        }
        for (long number : numbers) {
            state = mix(state ^ mix(number + GOLDEN)) + GOLDEN;
        }
        return new Chance(state);
    }

    /** Stafford's variant 13 of the MurmurHash3 finaliser. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number in [0, 1). */
    double uniform() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    /** A whole number from the first to the last, both included. */
    int between(int first, int last) {
        return first + (int) (uniform() * (last - first + 1));
    }

    /** Whether something of this probability happens. */
    boolean happens(double probability) {
        return uniform() < probability;
    }

    /** A standard normal number, by Box and Muller; the same on every machine, which the library's own does not promise. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** A Poisson count, by inversion; for small means. */
    int poisson(double mean) {
        double left = uniform();
        double probability = StrictMath.exp(-mean);
        int count = 0;
        while (left >= probability && count < 50) {
            left -= probability;
            count++;
            probability *= mean / count;
        }
        return count;
    }

    /** One of the two whole numbers beside the value, so that the expectation is the value itself. */
    int roundedFairly(double value) {
        return (int) StrictMath.floor(value + uniform());
    }

    /** The probability that belongs to a logit. */
    static double probability(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    /** So many characters out of the alphabet. */
    String characters(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(between(0, alphabet.length() - 1)));
        }
        return text.toString();
    }
}
