package org.evenkeel.app.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenkeel.core.cohort.NaturalOrder;
import org.evenkeel.core.study.DateRange;
import org.evenkeel.core.study.Term;

/** What the simulated school writes about itself: its study, its roster and its headcounts. */
final class DemoStudy {
    /** The folder of the term survey's exports. */
    static final String TERM_SURVEY = "exports/term-survey";

    /** The folder of the support survey's exports. */
    static final String SUPPORT_SURVEY = "exports/support-survey";

    /** The folder of the check-ins' exports. */
    static final String CHECK_IN = "exports/weekly-checkin";

    /** The mean of others that the school is compared with. */
    static final String BENCHMARK = "benchmarks/simulated-schools-pss-10.yaml";

    private DemoStudy() {}

    /** Writes the study's configuration. */
    static void study(SimulatedSchool school, Appendable out) throws IOException {
        out.append("# A simulated medical school. Everything in this folder was made up from the seed ")
                .append(Long.toString(school.seed()))
                .append(
                        ";\n# truth.yaml says what was planted in it. Your own study looks just like this, without 'simulated'.\n");
        out.append("study: Northfield School of Medicine\n");
        out.append("simulated: \"Simulated school (seed ")
                .append(Long.toString(school.seed()))
                .append("): nobody in this report exists.\"\n");
        out.append("timezone: ").append(school.calendar().zone().getId()).append('\n');
        out.append("census: true                                     # headcounts cover everyone who was asked\n");
        out.append('\n');
        out.append("terms:\n");
        for (Term term : school.terms()) {
            out.append(String.format(
                    Locale.ROOT,
                    "  - { id: %s, from: %s, to: %s, cut-off: %s, exams: [%s] }\n",
                    term.id(),
                    term.days().from(),
                    term.days().to(),
                    term.cutOff(),
                    term.exams().stream().map(DemoStudy::range).collect(Collectors.joining(", "))));
        }
        out.append(
                "releases: { term: cut-off, weekly: term }        # published once a term, when the cut-off has passed\n");
        out.append('\n');
        out.append(
                "# Who was in which class, year, campus and programme in which term. A class keeps its name for good;\n");
        out.append("# the year it is in changes every autumn.\n");
        out.append("roster: { file: roster.csv }\n");
        out.append("cohorts:\n");
        out.append("  attributes: [class, year, campus, programme]\n");
        out.append("  report: [school, year, campus, programme, year x campus]\n");
        out.append("  roll-up:                                       # what groups too small to be shown may join\n");
        out.append("    year: ").append(yearGroups(school.shape().years())).append('\n');
        out.append("    programme: [[")
                .append(SimulatedSchool.RESEARCH_PROGRAMME)
                .append(", ")
                .append(SimulatedSchool.RURAL_PROGRAMME)
                .append("]]\n");
        out.append(
                "headcounts: headcounts.csv                       # students by term and attributes, from the registrar\n");
        out.append('\n');
        out.append("sources:\n");
        out.append("  term-survey:                                   # Qualtrics, once a term\n");
        out.append("    exports: ").append(TERM_SURVEY).append("/*\n");
        out.append("    respondent: ExternalReference\n");
        out.append("    instruments:\n");
        for (Questionnaire questionnaire : SimulatedSchool.TERM_SURVEY) {
            out.append("      - { id: ").append(questionnaire.instrument());
            out.append(questionnaire == Questionnaire.OLBI_S ? ", coding: agree-low" : "");
            out.append(", columns: \"").append(questionnaire.columns()).append("\" }\n");
        }
        out.append("  support-survey:                                # REDCap, once a term\n");
        out.append("    exports: ").append(SUPPORT_SURVEY).append("/*\n");
        out.append("    respondent: redcap_survey_identifier\n");
        out.append("    instruments:\n");
        out.append("      - { id: ").append(Questionnaire.MSPSS_FRIENDS.instrument());
        out.append(", columns: \"")
                .append(Questionnaire.MSPSS_FRIENDS.columns())
                .append("\" }\n");
        out.append("    items: { felt-supported: felt_supported, belonging: belonging }\n");
        out.append("  weekly-checkin:                                # LimeSurvey, every week\n");
        out.append("    exports: ").append(CHECK_IN).append("/*\n");
        out.append("    rhythm: check-in\n");
        out.append("    respondent: token\n");
        out.append("    items: { stress: \"CI[stress]\", energy: \"CI[energy]\", peer-contact: PEER }\n");
    }

    /** Writes a mean of other schools, as made up as this one. */
    static void benchmark(SimulatedSchool school, Appendable out) throws IOException {
        Term first = school.terms().get(0);
        out.append("# A mean of others to compare the school with: a line is drawn beside it. This one is made up.\n")
                .append("instrument: ")
                .append(Questionnaire.PSS_10.instrument())
                .append("\nversion: \"1\"\nscale: pss-10\n")
                .append("rule: { aggregate: sum, lowest: 0, highest: 40 }\n")
                .append("mean: 17.5\nstandard-deviation: 6.5\n")
                .append("population: simulated schools\n")
                .append("year: \"")
                .append(Integer.toString(first.days().from().getYear()))
                .append("\"\nsource: made for the demonstration\n")
                .append("verified: { by: the demonstration, on: ")
                .append(first.days().from().minusDays(7).toString())
                .append(" }\n");
    }

    /** Writes who had which attributes in the first so many terms. */
    static void roster(SimulatedSchool school, int terms, Appendable out) throws IOException {
        Csv csv = new Csv(out, ',', Csv.Quoting.NEEDED, "\n");
        csv.record(List.of("respondent", "term", "class", "year", "campus", "programme"));
        for (int term = 0; term < terms; term++) {
            String id = school.terms().get(term).id().value();
            for (Enrolment enrolment : school.enrolled(term)) {
                Student student = enrolment.student();
                csv.record(List.of(
                        student.number(),
                        id,
                        Integer.toString(student.entry()),
                        Integer.toString(enrolment.year()),
                        student.campus(),
                        student.programme()));
            }
        }
    }

    /** Writes how many students there were in the first so many terms. */
    static void headcounts(SimulatedSchool school, int terms, Appendable out) throws IOException {
        Csv csv = new Csv(out, ',', Csv.Quoting.NEEDED, "\n");
        csv.record(List.of("term", "class", "year", "campus", "programme", "students"));
        for (int term = 0; term < terms; term++) {
            TreeMap<String, Group> groups = new TreeMap<>(NaturalOrder.INSTANCE);
            for (Enrolment enrolment : school.enrolled(term)) {
                Student student = enrolment.student();
                List<String> values = List.of(
                        Integer.toString(student.entry()),
                        Integer.toString(enrolment.year()),
                        student.campus(),
                        student.programme());
                groups.merge(String.join(" / ", values), new Group(values, 1), Group::and);
            }
            for (Group group : groups.values()) {
                List<String> cells = new ArrayList<>();
                cells.add(school.terms().get(term).id().value());
                cells.addAll(group.values());
                cells.add(Integer.toString(group.students()));
                csv.record(cells);
            }
        }
    }

    private record Group(List<String> values, int students) {
        Group and(Group other) {
            return new Group(values, students + other.students());
        }
    }

    private static String range(DateRange days) {
        return days.from() + ".." + days.to();
    }

    private static String yearGroups(int years) {
        int middle = (years + 1) / 2;
        return years < 4 ? "[" + span(1, years) + "]" : "[" + span(1, middle) + ", " + span(middle + 1, years) + "]";
    }

    private static String span(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
