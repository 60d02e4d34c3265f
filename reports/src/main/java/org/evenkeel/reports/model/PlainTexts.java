package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.reports.model.TextSection.Passage;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseAudit;
import org.evenkeel.sql.release.ReleaseHeader;

/** The pages of words that every term report has. */
final class PlainTexts {
    private PlainTexts() {}

    static TextSection howToRead(Words words) {
        return new TextSection(
                "How to read this report",
                List.of(
                        passage(
                                "Values and intervals",
                                "A dot or a line is the mean of those who answered. The bar or band around it is a 95% interval: the range in which the value for everyone in the group may reasonably be expected. A short bar means that much is known, a long one that little is."),
                        passage(
                                "Which way is good",
                                "Scales run different ways. Every chart says under its title whether higher is worse or higher is better. Nothing is ranked: groups stand in a fixed order, and only a difference that is clear of chance is named."),
                        passage(
                                "Clear of the school",
                                "A group is said to stand clearly above or below the school when its interval does not touch the school's. It is then drawn as a triangle that points up or down instead of a dot. Whether up is good or bad depends on the scale."),
                        passage(
                                "How sure a finding is",
                                "Clear: the figures leave little room for chance. Probable: more likely than not. Open: too few answers to say."),
                        passage(
                                "Groups that need a conversation",
                                "Red and amber name groups whose shown figures give reason to talk with them soon: likely worse than the groups beside them by more than chance explains, beyond a stated limit, or lately become worse. Somebody is always last; that alone gives no flag. How often flags are wrong is stated at the end. They are no verdict on people who teach or learn there."),
                        passage(
                                "Bands, and what is not shown",
                                "For small groups a share is given as a band, such as “under 15%” or “25–50%”. Where the words “"
                                        + Reading.withheld(words)
                                        + "” stand, a number might have said something about single people. Every such place looks the same, whatever the reason."),
                        passage(
                                "Over terms",
                                "A line follows the name of a group. “Year 1” of one academic year and “Year 1” of the next are different people. A change since the last term follows the same class where it can, and says whom it follows."),
                        passage(
                                "Figure numbers",
                                "Every number has an id, such as F0042. The tables at the end print it beside the number, and the data attached to this file hold the same ids. An id with a term in front comes from that term's own release.")));
    }

    static TextSection privacy(ReleaseHeader header, List<ReleaseAudit> audits, Words words) {
        return new TextSection(
                "How respondents are protected",
                List.of(
                        passage(
                                "Groups only",
                                "This report speaks of groups. Every figure rests on the answers of at least "
                                        + header.threshold()
                                        + " people. Answers of single people are not in it, and not in the files that belong to it."),
                        passage(
                                "Why some figures are missing",
                                "Where a figure could tell something about a single person, alone or together with other figures, it is "
                                        + Reading.withheld(words)
                                        + ". This also holds for some larger groups: if one part of a whole is missing, showing the whole and all other parts would give it away."),
                        passage(
                                "Rounded on purpose",
                                "Numbers are printed in steps wide enough that nobody can count back to single answers. Shares of small groups, and shares close to nobody or everybody, are given as bands."),
                        passage("What was done, and what could still be learnt", attacked(header, audits, words)),
                        passage(
                                "Late answers",
                                "What is published stays as it is. Answers that arrive after a term's cut-off change none of its figures."),
                        passage(
                                "What you can do",
                                "Please do not try to find out who said what, or to join these figures with other lists. If you believe that a figure says something about a person, tell the people who gave you this report.")));
    }

    /** Five sentences for a student. */
    private static String attacked(ReleaseHeader header, List<ReleaseAudit> audits, Words words) {
        int groups = audits.stream().mapToInt(ReleaseAudit::computableGroups).sum();
        String learnt = groups == 0
                ? "No group that is not printed can be worked out in this way."
                : words.count("model.privacy.computable", groups);
        return "Answers were added up over groups of at least " + header.threshold()
                + " people, and only such sums, rounded, went into this report. Before it left, a program tried to take the groups apart"
                + " again, by adding and subtracting all the numbers that are shown in every possible way. The report left only with a"
                + " proof that whatever is worked out like this, in "
                + (audits.size() == 1 ? "its one table" : "each of its " + audits.size() + " tables")
                + " of figures, still rests on at least " + header.threshold() + " people. " + learnt
                + " What nobody can prevent: whoever already knows what most people in a small group answered knows more about the"
                + " others than this report tells.";
    }

    static TextSection methods(ReleaseHeader header, int earlierTerms) {
        List<Passage> passages = new ArrayList<>();
        passages.add(
                passage(
                        "Scores",
                        "Answers become scores by the published rule of each questionnaire, with its own rule for missing answers. Each respondent counts once per period; someone who answered check-ins several times counts with their mean."));
        passages.add(passage(
                "Means and intervals",
                header.coverage().equals("census")
                        ? "Means have 95% intervals from the t distribution, narrowed by the share of all students who answered, because everyone was asked. They describe this term's students."
                        : "Means have 95% intervals from the t distribution."));
        passages.add(
                passage(
                        "Shares",
                        "Shares have 95% Wilson intervals. “At risk” means at or beyond a screening threshold of the questionnaire. It is neither a diagnosis nor a count of people who are ill."));
        passages.add(passage(
                "Changes",
                earlierTerms > 0
                        ? "A change is the difference from the term before, with an interval that takes into account that some of the people answered both times. Trends show earlier terms as they were published; nothing is recomputed."
                        : header.month().isPresent()
                                ? "Changes between terms are given in the report on the term."
                                : "Changes will be given once an earlier term has been published."));
        passages.add(
                passage(
                        "Reliability",
                        "Cronbach's alpha says how well the questions of one questionnaire hang together, from 0 to 1. It is given for the school as a whole."));
        passages.add(
                passage(
                        "What a difference is not",
                        "A difference between groups does not say why. People who did not answer may differ from those who did."));
        return new TextSection("Methods", passages);
    }

    private static Passage passage(String heading, String... paragraphs) {
        return new Passage(heading, List.of(paragraphs));
    }
}
