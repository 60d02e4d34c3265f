package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.reports.words.Words;

/**
 * Everything on one page.
 *
 * @param about what is summed up
 * @param findings the release's findings: one of each theme, stress and engagement first, then what else is to be said of them
 * @param headlines a row per measure
 * @param flags groups that need a conversation
 * @param unsaid what cannot be said, and why
 */
public record OnePage(
        About about, List<Finding> findings, List<Headline> headlines, List<Flag> flags, List<String> unsaid) {
    public OnePage {
        findings = List.copyOf(findings);
        headlines = List.copyOf(headlines);
        flags = List.copyOf(flags);
        unsaid = List.copyOf(unsaid);
    }

    /** What a reader remembers of one page. */
    private static final int MOST_FINDINGS = 5;

    /** The findings that belong on the one page. */
    public List<Finding> leading() {
        return findings.subList(0, Math.min(MOST_FINDINGS, findings.size()));
    }

    /** The findings that are told on a later page. */
    public List<Finding> further() {
        return findings.subList(leading().size(), findings.size());
    }

    /** What is summed up. */
    public enum About {
        TERM("model.one-page.over-terms", "model.one-page.no-finding", "model.one-page.no-flag"),
        WEEKS("model.one-page.over-weeks", "model.one-page.no-finding-of-weeks", "model.one-page.no-flag-of-weeks");

        private final String course;
        private final String withoutFinding;
        private final String withoutFlag;

        About(String course, String withoutFinding, String withoutFlag) {
            this.course = course;
            this.withoutFinding = withoutFinding;
            this.withoutFlag = withoutFlag;
        }

        /** What sparklines run over. */
        public String course(Words words) {
            return words.text(course);
        }

        /** What is said where there is no finding. */
        public String withoutFinding(Words words) {
            return words.text(withoutFinding);
        }

        /** What is said where no group is flagged. */
        public String withoutFlag(Words words) {
            return words.text(withoutFlag);
        }
    }

    /** The red and amber flags cohort by cohort, in the order in which cohorts are first named. */
    public List<Group> groups() {
        Map<String, List<Flag>> byCohort = new LinkedHashMap<>();
        flags.stream()
                .filter(flag -> flag.level() != Level.GREY)
                .forEach(flag -> byCohort.computeIfAbsent(flag.cohort(), cohort -> new ArrayList<>())
                        .add(flag));
        return byCohort.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .toList();
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
     * @param sparkline the mean over time
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
     * @param level red, amber or grey
     * @param cohort the cohort's name
     * @param measure the measure's title
     * @param mean the cohort's mean
     * @param school the school's mean
     * @param sentence why
     * @param evidence ids of the figures it rests on
     */
    public record Flag(
            Level level,
            String cohort,
            String measure,
            Optional<Reading> mean,
            Optional<Reading> school,
            String sentence,
            List<String> evidence) {
        public Flag {
            evidence = List.copyOf(evidence);
        }

        /** Why, without the cohort's name where the sentence opens with it. */
        public String reason() {
            String opening = cohort + ": ";
            return sentence.startsWith(opening) ? Words.capitalised(sentence.substring(opening.length())) : sentence;
        }

        private boolean comparesMeans() {
            return mean.filter(Reading::isShown).isPresent()
                    && school.filter(Reading::isShown).isPresent();
        }
    }

    /**
     * A cohort with everything it stands out on.
     *
     * @param cohort the cohort's name
     * @param flags its flags in the release's order
     */
    public record Group(String cohort, List<Flag> flags) {
        public Group {
            flags = List.copyOf(flags);
            Require.that(
                    !flags.isEmpty(), "A group stands out on at least one measure. Provided: none, for %s", cohort);
        }

        /** The strongest level of its flags. */
        public Level level() {
            return flags.stream().map(Flag::level).min(Level::compareTo).orElseThrow();
        }

        /** What it stands out on, in short: "perceived stress 23.4 (school 17.1), energy 2.8 (3.46)". */
        public String summary(Words words) {
            List<String> said = new ArrayList<>();
            boolean explained = false;
            for (Flag flag : flags) {
                String measure = Words.inSentence(flag.measure());
                if (!flag.comparesMeans()) {
                    said.add(measure);
                    continue;
                }
                said.add(words.text(
                        explained ? "model.one-page.beside-value" : "model.one-page.beside-school",
                        measure,
                        flag.mean().orElseThrow().text(),
                        flag.school().orElseThrow().text()));
                explained = true;
            }
            return Words.capitalised(String.join(", ", said));
        }

        /** The ids of the figures that the summary names, in its order. */
        public List<String> evidence() {
            return flags.stream()
                    .filter(Flag::comparesMeans)
                    .flatMap(flag -> Stream.of(
                            flag.mean().orElseThrow().id(),
                            flag.school().orElseThrow().id()))
                    .toList();
        }
    }

    /** How pressing a flag is, the most pressing first; grey where too few answered to tell. */
    public enum Level {
        RED("model.level.red"),
        AMBER("model.level.amber"),
        GREY("model.level.grey");

        private final String key;

        Level(String key) {
            this.key = key;
        }

        /** The level that a release writes as this word in lower case. */
        static Level of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        /** The level as printed. */
        public String word(Words words) {
            return words.text(key);
        }
    }
}
