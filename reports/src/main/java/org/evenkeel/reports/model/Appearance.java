package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.words.Messages;
import org.evenkeel.sql.release.ReleasePresentation;
import org.evenkeel.sql.release.ReleasePresentation.Contact;
import org.evenkeel.sql.release.ReleasePresentation.Purpose;

/**
 * How a school's reports look, and whom they name.
 *
 * @param presentation what the release says of it
 * @param scheme the school's colours, fit to be read
 * @param paper what is printed on
 * @param logo what the logo is, for those who cannot see it
 * @param enquiries whom to ask about the report
 * @param help who helps in a crisis
 */
public record Appearance(
        ReleasePresentation presentation,
        Scheme scheme,
        PageSize paper,
        String logo,
        Contacts enquiries,
        Contacts help) {

    /**
     * Some of the people a reader can turn to.
     *
     * @param title what they are for
     * @param why when to turn to them, in a sentence; absent where the title says it
     * @param lines who they are and how to reach them, a line each
     */
    public record Contacts(String title, Optional<String> why, List<String> lines) {
        public Contacts {
            lines = List.copyOf(lines);
        }

        /** Whether nobody is named. */
        public boolean isEmpty() {
            return lines.isEmpty();
        }
    }

    /** The appearance of a release's reports. */
    static Appearance of(String school, ReleasePresentation presentation) {
        Messages words = Messages.of(presentation.language());
        return new Appearance(
                presentation,
                Scheme.of(presentation.colours()),
                switch (presentation.paper()) {
                    case A4 -> PageSize.A4;
                    case LETTER -> PageSize.LETTER;
                },
                words.text("look.logo", school),
                contacts(presentation, Purpose.REPORT, words.text("look.enquiries"), Optional.empty(), words),
                contacts(
                        presentation,
                        Purpose.CRISIS,
                        words.text("look.help"),
                        Optional.of(words.text("look.help.why")),
                        words));
    }

    private static Contacts contacts(
            ReleasePresentation presentation, Purpose purpose, String title, Optional<String> why, Messages words) {
        return new Contacts(
                title,
                why,
                presentation.contacts().stream()
                        .filter(contact -> contact.purpose() == purpose)
                        .map(contact -> line(contact, words))
                        .toList());
    }

    private static String line(Contact contact, Messages words) {
        return words.text("look.contact", contact.name(), contact.details());
    }

    /** The words of the language in which they are written. */
    public Messages words() {
        return Messages.of(presentation.language());
    }

    /** The language and paper of the reports, and what became of the school's colours. */
    List<FactTable.Fact> facts() {
        Messages words = words();
        List<FactTable.Fact> facts = new ArrayList<>();
        facts.add(new FactTable.Fact(
                words.text("look.language"), presentation.language().getDisplayName(presentation.language())));
        facts.add(new FactTable.Fact(
                words.text("look.paper"),
                switch (paper) {
                    case A4 -> words.text("look.paper.a4");
                    case LETTER -> words.text("look.paper.letter");
                }));
        scheme.corrections()
                .forEach(correction -> facts.add(new FactTable.Fact(
                        words.text("look.colour", correction.given().code()), correction.account(words))));
        return facts;
    }
}
