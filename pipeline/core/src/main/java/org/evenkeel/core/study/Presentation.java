package org.evenkeel.core.study;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.problem.Require;

/**
 * How a school's reports look, and whom they name. Nothing in it changes a figure.
 *
 * @param language what reports are written in
 * @param paper what they are printed on
 * @param colours the school's own, at most two: for headings, then for what stands out; reports mend what cannot be read
 * @param logo the school's logo
 * @param contacts whom a reader can turn to
 */
public record Presentation(
        Language language, Paper paper, List<Colour> colours, Optional<Logo> logo, List<Contact> contacts) {
    /** What a study that says nothing of it gets. */
    public static final Presentation PLAIN =
            new Presentation(Language.BRITISH_ENGLISH, Paper.A4, List.of(), Optional.empty(), List.of());

    private static final int MOST_COLOURS = 2;

    public Presentation {
        colours = List.copyOf(colours);
        contacts = List.copyOf(contacts);
        Require.that(
                colours.size() <= MOST_COLOURS,
                "a school has at most %s colours. Value given: %s",
                MOST_COLOURS,
                colours.size());
    }

    /** What reports are printed on. */
    public enum Paper {
        A4,
        LETTER
    }

    /** A colour as red, green and blue: {@code #1f3a5f}. */
    public record Colour(String code) {
        public Colour {
            Require.that(
                    code.matches("#[0-9a-f]{6}"),
                    "a colour is a hash sign and six digits from 0 to f, such as #1f3a5f. Value given: '%s'",
                    code);
        }
    }

    /**
     * Somebody to turn to.
     *
     * @param purpose for what
     * @param name who it is
     * @param details how to reach them, on one line
     */
    public record Contact(Purpose purpose, String name, String details) {
        public Contact {
            Require.that(!name.isBlank(), "a contact needs a name. Value given: '%s'", name);
            Require.that(!details.isBlank(), "a contact needs details. Value given: '%s'", details);
        }

        /** What a contact is for. */
        public enum Purpose {
            /** Questions about the report. */
            REPORT,
            /** Help, at any hour, for somebody in a crisis. */
            CRISIS
        }
    }
}
