package org.evenkeel.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.app.demo.WrittenSchool.cell;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.evenkeel.core.study.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was planted can be dug up again, out of the exports' text and with textbook formulas. */
class PlantedTruthTest {
    private static final WrittenSchool SCHOOL = WrittenSchool.of(1);
    private static final Map<String, Map<String, String>> FIRST = SCHOOL.sheets(0);
    private static final Map<String, Map<String, String>> SECOND = SCHOOL.sheets(1);

    @ParameterizedTest
    @CsvSource({
        "pss-10,            18.4, 6.7, 0.86",
        "uwes-3s,            3.5, 1.2, 0.82",
        "who-5,             54.0, 20.4, 0.86",
        "olbi-s-exhaustion,  2.5, 0.5, 0.80",
        "olbi-s-disengagement, 2.2, 0.5, 0.80",
        "ucla-3,             4.7, 1.7, 0.77"
    })
    void scores_ofATerm_lookLikeStudentSamples(String scale, double mean, double deviation, double alpha) {
        List<double[]> complete = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        FIRST.values().forEach(sheet -> {
            double[] items = WrittenSchool.items(scale, sheet);
            WrittenSchool.score(scale, sheet).ifPresent(score -> {
                complete.add(items);
                scores.add(score);
            });
        });
        assertThat(Plain.mean(scores)).isBetween(mean - 0.15 * deviation, mean + 0.15 * deviation);
        assertThat(Plain.deviation(scores)).isBetween(0.9 * deviation, 1.1 * deviation);
        assertThat(Plain.alpha(complete)).isBetween(alpha - 0.04, alpha + 0.04);
    }

    @ParameterizedTest
    @CsvSource({"pss-10", "uwes-3s", "who-5", "olbi-s-exhaustion", "ucla-3"})
    void scores_ofTheSameStudents_correlateFromTermToTerm(String scale) {
        Map<String, Double> first = WrittenSchool.scores(scale, FIRST);
        Map<String, Double> second = WrittenSchool.scores(scale, SECOND);
        List<String> both = first.keySet().stream().filter(second::containsKey).toList();
        double correlation = Plain.correlation(
                both.stream().map(number -> first.getOrDefault(number, 0.0)).toList(),
                both.stream().map(number -> second.getOrDefault(number, 0.0)).toList());
        assertThat(both).hasSizeGreaterThan(300);
        assertThat(correlation).isBetween(0.54, 0.76);
    }

    @Test
    void worseCohort_standsClearOfTheSchool_inEighteenOfTwentySeeds() {
        boolean full = System.getProperty("evenkeel.proof", "sample").equals("full");
        int seeds = full ? 20 : 4;
        int wanted = full ? 18 : 3;
        for (int term = 0; term < (full ? 3 : 1); term++) {
            int stress = 0;
            int engagement = 0;
            for (long seed = 1; seed <= seeds; seed++) {
                WrittenSchool written = WrittenSchool.of(seed);
                Map<String, Map<String, String>> sheets = written.sheets(term);
                Set<String> worseOff = written.worseOff(term);
                stress += clear(WrittenSchool.scores("pss-10", sheets), worseOff, 1) ? 1 : 0;
                engagement += clear(WrittenSchool.scores("uwes-3s", sheets), worseOff, -1) ? 1 : 0;
            }
            System.out.println(String.format(
                    Locale.ROOT,
                    "proof: worse cohort clear of the school, term %d, stress in %d and engagement in %d of %d seeds",
                    term + 1,
                    stress,
                    engagement,
                    seeds));
            assertThat(stress).isGreaterThanOrEqualTo(wanted);
            assertThat(engagement).isGreaterThanOrEqualTo(wanted);
        }
    }

    private static boolean clear(Map<String, Double> scores, Set<String> members, int worse) {
        List<Double> cohort = scores.entrySet().stream()
                .filter(score -> members.contains(score.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        Plain.Interval school = Plain.interval(scores.values());
        Plain.Interval own = Plain.interval(cohort);
        return worse > 0 ? own.from() > school.to() : own.to() < school.from();
    }

    @ParameterizedTest
    @CsvSource({"CI[stress], -0.20", "CI[energy], 0.25"})
    void peerContact_withinStudents_hasThePlantedEffect(String answer, double planted) {
        double products = 0;
        double squares = 0;
        for (long seed = 1; seed <= 2; seed++) {
            WrittenSchool written = WrittenSchool.of(seed);
            for (int term = 1; term < 3; term++) {
                for (List<Map<String, String>> weeks : ordinaryWeeks(written, term)) {
                    List<Map<String, String>> answered = weeks.stream()
                            .filter(week -> !cell(week, answer).isEmpty()
                                    && !cell(week, "PEER").isEmpty())
                            .toList();
                    if (answered.size() > 1) {
                        List<Double> x = numbers(answered, "PEER");
                        List<Double> y = numbers(answered, answer);
                        double meanX = Plain.mean(x);
                        double meanY = Plain.mean(y);
                        for (int i = 0; i < x.size(); i++) {
                            products += (x.get(i) - meanX) * (y.get(i) - meanY);
                            squares += (x.get(i) - meanX) * (x.get(i) - meanX);
                        }
                    }
                }
            }
        }
        assertThat(products / squares).isBetween(planted - 0.03, planted + 0.03);
    }

    private static List<List<Map<String, String>>> ordinaryWeeks(WrittenSchool written, int term) {
        LocalDate strain =
                written.school().terms().get(term).exams().get(0).from().minusWeeks(1);
        Map<String, List<Map<String, String>>> students = new TreeMap<>();
        for (Map<String, String> row : written.checkIns(term)) {
            if (day(row).isBefore(strain)) {
                students.computeIfAbsent(cell(row, "token"), token -> new ArrayList<>())
                        .add(row);
            }
        }
        return List.copyOf(students.values());
    }

    @Test
    void exams_raiseStress_byThePlantedPoints() {
        Term term = SCHOOL.school().terms().get(0);
        LocalDate exams = term.exams().get(0).from();
        List<Map<String, String>> rows = SCHOOL.checkIns(0).stream()
                .filter(row -> !cell(row, "CI[stress]").isEmpty())
                .toList();
        double during = Plain.mean(
                numbers(rows.stream().filter(row -> !day(row).isBefore(exams)).toList(), "CI[stress]"));
        double before = Plain.mean(numbers(
                rows.stream()
                        .filter(row -> day(row).isBefore(exams.minusWeeks(1)))
                        .toList(),
                "CI[stress]"));
        assertThat(during - before).isBetween(0.38, 0.60);
    }

    @Test
    void describe_namesTheSeedAndEveryEffect() {
        String truth = PlantedTruth.describe(SCHOOL.school());
        assertThat(truth)
                .contains("seed: 1\n", "year: 3, campus: South", "offered-at: North", "tiny-groups:", "MD-PhD: 8")
                .doesNotContain("\r");
    }

    private static LocalDate day(Map<String, String> row) {
        return LocalDate.parse(cell(row, "submitdate").substring(0, 10));
    }

    private static List<Double> numbers(List<Map<String, String>> rows, String column) {
        return rows.stream().map(row -> Double.valueOf(cell(row, column))).toList();
    }
}
