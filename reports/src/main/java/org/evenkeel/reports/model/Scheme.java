package org.evenkeel.reports.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.words.Messages;

/**
 * The colours that are the school's own: those of cover and headings, and of what stands out beside them. Colours that carry a
 * meaning, in charts and on flags, are the same at every school.
 *
 * @param heading the colour of headings, links and of the cover, on which white words stand
 * @param accent the colour of rules beside them; absent where the school named fewer than two
 * @param corrections which of the school's colours could not be used as they were given
 */
public record Scheme(Colour heading, Optional<Colour> accent, List<Correction> corrections) {
    /** The contrast that words need, by WCAG 2. */
    public static final double WORDS = 4.5;

    /** The contrast to white with which words are still clear enough on the lightly tinted panels of a page. */
    public static final double WORDS_ON_PANELS = 5.2;

    /** The contrast that marks need, by WCAG 2. */
    public static final double MARKS = 3;

    /** The colours of a school that named none. */
    public static final Scheme PLAIN = new Scheme(Colour.of("#0b5a92"), Optional.empty(), List.of());

    public Scheme {
        corrections = List.copyOf(corrections);
    }

    /** The colours a school named, as {@code #1f3a5f}, each made darker where it could not be read. */
    public static Scheme of(List<String> colours) {
        List<Correction> corrections = new ArrayList<>();
        Optional<Colour> heading = colours.stream().findFirst().map(code -> readable(code, WORDS, corrections));
        Optional<Colour> accent = colours.stream().skip(1).findFirst().map(code -> readable(code, MARKS, corrections));
        return new Scheme(heading.orElse(PLAIN.heading), accent, corrections);
    }

    private static Colour readable(String code, double needed, List<Correction> corrections) {
        Colour given = Colour.of(code);
        Colour used = given.readable(needed);
        if (!used.equals(given)) {
            corrections.add(new Correction(given, used, needed));
        }
        return used;
    }

    /**
     * A colour that could not be used as it was given.
     *
     * @param given the school's colour
     * @param used the colour in its place: of the same hue, but darker
     * @param needed the contrast to white that its use asks for
     */
    public record Correction(Colour given, Colour used, double needed) {
        /** The contrast to white of the colour given, with one decimal, rounded down so that it never seems to pass. */
        public BigDecimal contrastGiven() {
            return rounded(given);
        }

        /** The contrast to white of the colour used, likewise. */
        public BigDecimal contrastUsed() {
            return rounded(used);
        }

        /** The contrast to white that is needed. */
        public BigDecimal contrastNeeded() {
            return BigDecimal.valueOf(needed).setScale(1, RoundingMode.HALF_UP);
        }

        /** What was done, as a warning. */
        public String warning(Messages words) {
            return words.text(
                    "look.colour.warning",
                    given.code(),
                    words.number(contrastGiven()),
                    words.number(contrastNeeded()),
                    used.code(),
                    words.number(contrastUsed()));
        }

        /** What was done, beside the colour given. */
        String account(Messages words) {
            return words.text(
                    "look.colour.corrected",
                    words.number(contrastGiven()),
                    words.number(contrastNeeded()),
                    used.code(),
                    words.number(contrastUsed()));
        }

        private static BigDecimal rounded(Colour colour) {
            return BigDecimal.valueOf(colour.contrast(Colour.WHITE)).setScale(1, RoundingMode.DOWN);
        }
    }
}
