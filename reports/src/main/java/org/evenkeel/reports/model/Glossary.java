package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.reports.model.TextSection.Passage;
import org.evenkeel.sql.release.ReleaseAnalysis;

/** The words of a report in plain words: those that this report uses, and no others. */
final class Glossary {
    private Glossary() {}

    static TextSection write(ReleaseIndex now) {
        ReleaseAnalysis analysis = now.release().analysis();
        List<Passage> words = new ArrayList<>();
        words.add(word(
                "95% interval",
                "The range in which the value for everyone in the group may reasonably be expected. Of a hundred such ranges, about"
                        + " ninety-five hold it."));
        if (now.measures().stream().anyMatch(measure -> measure.atRisk().isPresent())) {
            words.add(word(
                    "At risk",
                    "At or beyond a screening threshold of a questionnaire. It is a reason to look, not a diagnosis."));
        }
        words.add(word(
                "Band",
                "A range given in place of a number, where the number could say something about single people."));
        if (!analysis.benchmarks().isEmpty()) {
            words.add(word(
                    "Benchmark",
                    "What others have published for the same questionnaire, scored by the same rule. They may differ from this"
                            + " school in many ways."));
        }
        words.add(word(
                "Change", "The difference from the term before, with an interval. Its note says whom it follows."));
        if (!analysis.controls().isEmpty()) {
            words.add(
                    word(
                            "Control chart",
                            "Weeks drawn against what is usual for them, so that an unusual week is seen and an ordinary one is left alone."));
        }
        words.add(word("Cronbach's alpha", "How well the questions of one questionnaire hang together, from 0 to 1."));
        if (!analysis.funnels().isEmpty()) {
            words.add(
                    word(
                            "Funnel plot",
                            "Means of groups against their size. Small groups scatter more by chance, so the bounds are wide at the left."));
        }
        words.add(
                word("Group", "Students who share a year, a campus or another attribute. In tables of data: cohort."));
        words.add(word("Mean", "The sum of all scores divided by the number of those who answered."));
        if (!analysis.standings().isEmpty()) {
            words.add(
                    word(
                            "Pooled mean",
                            "A group's mean drawn towards the average of the groups beside it: little where many answered, more where few"
                                    + " did. It is the better guess of where the group stands; the group's own mean is what was answered."));
            words.add(
                    word(
                            "Places not excluded",
                            "The places the group could hold among the groups beside it. A wide range means that no order can be told."));
        }
        if (!analysis.bands().isEmpty()) {
            words.add(word(
                    "Reference",
                    "A value that stays from term to term and that means are held against, in steps of what matters."));
        }
        words.add(word("Respondent", "Someone who answered. Each counts once in a period."));
        words.add(word("Standard deviation", "How far single scores typically lie from their mean."));
        if (now.release().facts().stream().anyMatch(fact -> fact.section().equals("response-sensitivity"))) {
            words.add(word(
                    "Tipping point", "How different those who did not answer would have to be for a finding to fall."));
        }
        return new TextSection("Words", words);
    }

    private static Passage word(String heading, String meaning) {
        return new Passage(heading, List.of(meaning));
    }
}
