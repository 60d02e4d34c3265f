package org.evenkeel.app.demo;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.core.study.Term;

/** What is true of every simulated school, and the file that says so. */
final class PlantedTruth {
    /** The year of study that is worse off, at the last campus. */
    static final int WORSE_YEAR = 3;

    /** Hidden standard deviations everybody is worse off in a spring term. */
    static final double SPRING_SHIFT = 0.10;

    /** The term, counted from 0, from which peer support is offered at the first campus. */
    static final int SUPPORT_FROM_TERM = 1;

    /** Logit of taking up peer support for a student of average stress. */
    static final double TAKE_UP_BASE = -0.2;

    /** Logit of taking up peer support for each hidden standard deviation of lasting stress. */
    static final double TAKE_UP_STRESS = 0.5;

    /** Peer contacts a week of those who take it up. */
    static final double CONTACTS_OF_USERS = 1.2;

    /** Peer contacts a week of everybody else. */
    static final double CONTACTS_OF_OTHERS = 0.3;

    /** Weekly stress, 1 to 5. */
    static final CheckInModel CHECK_IN_STRESS = new CheckInModel(2.70, Construct.STRESS, 0.55, 0.50, -0.20, 0.60);

    /** Weekly energy, 0 to 6. */
    static final CheckInModel CHECK_IN_ENERGY = new CheckInModel(3.50, Construct.DISENGAGED, -0.80, -0.40, 0.25, 0.80);

    /** Logit of answering the survey for each standard deviation of a student's lasting willingness. */
    static final double SURVEY_WILLINGNESS = 0.9;

    /** Logit of answering the survey for each hidden standard deviation of stress. */
    static final double SURVEY_STRESS = -0.15;

    /** Logit of a check-in in the first week. */
    static final double CHECK_IN_START = 0.35;

    /** Change of that logit from week to week. */
    static final double CHECK_IN_DECLINE = -0.07;

    /** Standard deviation of that logit between students. */
    static final double CHECK_IN_WILLINGNESS = 1.2;

    /** Probability that a single answer is missing. */
    static final double ITEM_MISSING = 0.015;

    /** Probability that a student leaves at the end of a year. */
    static final double LEAVES = 0.01;

    private PlantedTruth() {}

    /** Logit of answering the survey, by year of study, for a student of average willingness and stress. */
    static double surveyLogit(int year) {
        return year == 1 ? 1.25 : year == 2 ? 1.05 : year == 3 ? 0.85 : 0.75;
    }

    /** Hidden standard deviations a year of study is worse off, at either campus. */
    static double yearShift(int year) {
        return year == 2 ? 0.05 : year == 3 ? 0.10 : 0;
    }

    /** The truth of the school as a YAML text. */
    static String describe(SimulatedSchool school) {
        StringBuilder text = new StringBuilder();
        text.append(
                "# What is true of this simulated school. Reports can be held against it; the pipeline never reads it.\n");
        text.append("seed: ").append(school.seed()).append('\n');
        text.append("students-in-first-term: ")
                .append(school.enrolled(0).size())
                .append('\n');
        text.append('\n');
        text.append("# Truly worse off in every term: whoever is in this year at this campus.\n");
        text.append("worse-off:\n");
        text.append("  cohort: { year: ").append(school.worseYear());
        text.append(", campus: ").append(school.worseCampus()).append(" }\n");
        text.append(
                "  # in hidden standard deviations; observed ones are smaller because questionnaires are not perfect\n");
        text.append("  hidden-shift:\n");
        for (Construct construct : Construct.values()) {
            text.append(line("    %s: %.2f\n", name(construct), construct.worseCohortShift()));
        }
        text.append("  # about this many points of the score, compared with a like student elsewhere\n");
        text.append("  points: { pss-10: 5.5, uwes-3s: -0.95, who-5: -11, olbi-s-exhaustion: 0.31, ");
        text.append("olbi-s-disengagement: 0.22, ucla-3: 0.45, ");
        text.append(line(
                "check-in-stress: %.2f, check-in-energy: %.2f }\n",
                CHECK_IN_STRESS.perState() * Construct.STRESS.worseCohortShift(),
                CHECK_IN_ENERGY.perState() * Construct.DISENGAGED.worseCohortShift()));
        text.append('\n');
        text.append("peer-support:\n");
        text.append("  offered-at: ").append(school.supportedCampus()).append('\n');
        text.append("  offered-from: ")
                .append(
                        school.terms().size() > SUPPORT_FROM_TERM
                                ? school.terms().get(SUPPORT_FROM_TERM).id()
                                : "after the last term")
                .append('\n');
        text.append(
                "  # within a student and week: points for each step of the peer-contact answer (0, 1, 2-3, 4 or more)\n");
        text.append(line(
                "  within-person: { check-in-stress: %.2f, check-in-energy: %.2f }\n",
                CHECK_IN_STRESS.perContact(), CHECK_IN_ENERGY.perContact()));
        text.append(
                "  # on the term survey, for students who take it up, in hidden standard deviations (PSS-10: about -1.5)\n");
        text.append(line("  hidden-shift-of-users: { stress: %.2f }\n", Construct.STRESS.peerSupportShift()));
        text.append("  # the more stressed take it up more often, so that users compare badly with others\n");
        text.append(line(
                "  take-up-logit: { base: %.2f, per-hidden-sd-of-lasting-stress: %.2f }\n",
                TAKE_UP_BASE, TAKE_UP_STRESS));
        text.append(line("  contacts-a-week: { users: %.2f, others: %.2f }\n", CONTACTS_OF_USERS, CONTACTS_OF_OTHERS));
        text.append("  users:\n");
        for (int term = 0; term < school.terms().size(); term++) {
            int now = term;
            long users = school.enrolled(term).stream()
                    .filter(enrolment -> school.takesUp(enrolment.student(), now))
                    .count();
            text.append(line("    %s: %d\n", school.terms().get(term).id(), users));
        }
        text.append('\n');
        text.append("exams:\n");
        text.append("  # points in an exam week; four tenths of it in the week before\n");
        text.append(line(
                "  points: { check-in-stress: %.2f, check-in-energy: %.2f }\n",
                CHECK_IN_STRESS.exams(), CHECK_IN_ENERGY.exams()));
        text.append('\n');
        text.append("# small differences, in hidden standard deviations\n");
        text.append(line("year-shift: { 2: %.2f, 3: %.2f }\n", yearShift(2), yearShift(3)));
        text.append(line("spring-shift: %.2f\n", SPRING_SHIFT));
        text.append(line("lasting-share-of-hidden-variance: %.2f\n", Construct.LASTING));
        text.append('\n');
        text.append("non-response:\n");
        text.append("  # logit of answering; willingness is a standard normal number of the student's own\n");
        text.append(line(
                "  term-survey: { year-1: %.2f, year-2: %.2f, year-3: %.2f, later-years: %.2f, "
                        + "per-willingness: %.2f, per-hidden-sd-of-stress: %.2f }\n",
                surveyLogit(1), surveyLogit(2), surveyLogit(3), surveyLogit(4), SURVEY_WILLINGNESS, SURVEY_STRESS));
        text.append(line(
                "  check-in: { first-week: %.2f, per-week: %.2f, per-willingness: %.2f }\n",
                CHECK_IN_START, CHECK_IN_DECLINE, CHECK_IN_WILLINGNESS));
        text.append(line("  single-answer-missing: %.3f\n", ITEM_MISSING));
        text.append('\n');
        text.append("# programmes too small to be reported on\n");
        text.append("tiny-groups:\n");
        for (int term = 0; term < school.terms().size(); term++) {
            Map<String, Integer> sizes = new TreeMap<>();
            for (Enrolment enrolment : school.enrolled(term)) {
                String programme = enrolment.student().programme();
                if (!programme.equals(SimulatedSchool.MAIN_PROGRAMME)) {
                    sizes.merge(programme, 1, Integer::sum);
                }
            }
            Term calendarTerm = school.terms().get(term);
            text.append("  ").append(calendarTerm.id()).append(": { ");
            text.append(String.join(
                    ", ",
                    sizes.entrySet().stream()
                            .map(size -> size.getKey() + ": " + size.getValue())
                            .toList()));
            text.append(" }\n");
        }
        return text.toString();
    }

    private static String name(Construct construct) {
        return construct.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @FormatMethod
    private static String line(@FormatString String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
