package org.evenkeel.reports.model;

import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleasePresentation;

/**
 * Two pages about one group for those who teach it: whether it needs a conversation, its figures beside the school's, what cannot be
 * said, and a few charts.
 *
 * @param cover which report this is
 * @param words the sentences of its language
 * @param cohort the group's key
 * @param slug the name of its file without an ending
 * @param name the group's name
 * @param division how the school is divided into such groups, in words
 * @param answered who answered, a sentence for each source
 * @param flags its flags in the release's order, then what too few answered to tell
 * @param withoutFlag what is said where it has no flag
 * @param before the term that changes are counted from, where there is one
 * @param rows its measures in the release's order
 * @param unsaid what cannot be said
 * @param charts charts of its leading measures, the most telling first
 * @param contacts whom a reader can turn to, help in a crisis first
 * @param figures every figure of the group, then those of others that it is compared with
 */
public record CohortBrief(
        Cover cover,
        Words words,
        String cohort,
        String slug,
        String name,
        String division,
        List<Answer> answered,
        List<Flag> flags,
        String withoutFlag,
        Optional<String> before,
        List<Row> rows,
        List<String> unsaid,
        List<ChartSpec> charts,
        List<ReleasePresentation.Contact> contacts,
        List<FigureLine> figures) {
    public CohortBrief {
        answered = List.copyOf(answered);
        flags = List.copyOf(flags);
        rows = List.copyOf(rows);
        unsaid = List.copyOf(unsaid);
        charts = List.copyOf(charts);
        contacts = List.copyOf(contacts);
        figures = List.copyOf(figures);
    }

    /** The document's title. */
    public String title() {
        return words.text("brief.title", cover.school(), name, cover.subject());
    }

    /**
     * How many answered.
     *
     * @param sentence it in words
     * @param evidence ids of the figures that the sentence has
     */
    public record Answer(String sentence, List<String> evidence) {
        public Answer {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A reason for a conversation, or that too few answered to tell.
     *
     * @param level red, amber or grey
     * @param word the level in words
     * @param sentence the measure and why
     * @param status what became of it since the term before; empty where there is none
     * @param evidence ids of the figures it rests on
     */
    public record Flag(OnePage.Level level, String word, String sentence, String status, List<String> evidence) {
        public Flag {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A measure of the group beside the school.
     *
     * @param measure the measure's title
     * @param scale its range and direction
     * @param mean the group's mean
     * @param school the school's mean
     * @param change the group's change since the term before
     * @param inWords where the mean stands and where it went, as far as that is clear
     */
    public record Row(
            String measure,
            String scale,
            Optional<Reading> mean,
            Optional<Reading> school,
            Optional<Reading> change,
            InWords inWords) {}

    /**
     * A sentence on a measure, and how much it asks to be looked at.
     *
     * @param text the sentence; empty where nothing is shown
     * @param weight whether it says that something is clear
     */
    public record InWords(String text, Weight weight) {}

    /** Whether something is clear of chance. */
    public enum Weight {
        CLEAR,
        OPEN
    }
}
