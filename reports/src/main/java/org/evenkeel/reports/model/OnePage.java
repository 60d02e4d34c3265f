package org.evenkeel.reports.model;

import java.util.List;
import java.util.Optional;

/**
 * This term on one page.
 *
 * @param findings the release's findings, stress and engagement first
 * @param headlines a row per measure
 * @param flags groups that need a conversation
 * @param unsaid what cannot be said, and why
 */
public record OnePage(List<Finding> findings, List<Headline> headlines, List<Flag> flags, List<String> unsaid) {
    public OnePage {
        findings = List.copyOf(findings);
        headlines = List.copyOf(headlines);
        flags = List.copyOf(flags);
        unsaid = List.copyOf(unsaid);
    }

    /**
     * A sentence of the summary.
     *
     * @param certainty how sure it is, in words: "Clear", "Probable", "Open"
     * @param sentence the finding
     * @param evidence ids of the figures it rests on
     */
    public record Finding(String certainty, String sentence, List<String> evidence) {
        public Finding {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A measure at a glance, for the school as a whole.
     *
     * @param measure the measure's title
     * @param theme its theme in words
     * @param scale its range and direction: "0–40, higher is worse"
     * @param mean the mean
     * @param change the change since the term before
     * @param respondents how many answered
     * @param sparkline the mean over terms
     */
    public record Headline(
            String measure,
            String theme,
            String scale,
            Optional<Reading> mean,
            Optional<Reading> change,
            Optional<Reading> respondents,
            Sparkline sparkline) {}

    /**
     * A cohort that needs a conversation.
     *
     * @param level red or amber
     * @param cohort the cohort's name
     * @param measure the measure's title
     * @param sentence why
     * @param evidence ids of the figures it rests on
     */
    public record Flag(Level level, String cohort, String measure, String sentence, List<String> evidence) {
        public Flag {
            evidence = List.copyOf(evidence);
        }
    }

    /** How pressing a flag is. */
    public enum Level {
        RED("Red"),
        AMBER("Amber");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        /** The level as printed. */
        public String word() {
            return word;
        }
    }
}
