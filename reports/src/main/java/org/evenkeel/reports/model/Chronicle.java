package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseExam;
import org.evenkeel.sql.release.ReleaseFlag;
import org.evenkeel.sql.release.ReleaseMeasure;
import org.evenkeel.sql.release.ReleasePeriod;
import org.evenkeel.sql.release.ReleaseTerm;

/**
 * The reported release with those before it, asked for figures over terms and weeks as each was published.
 *
 * @param now the release to be reported
 * @param earlier releases of earlier terms, oldest first
 * @param parts releases of earlier weeks of the same term, oldest first
 */
record Chronicle(ReleaseIndex now, List<ReleaseIndex> earlier, List<ReleaseIndex> parts) {
    private static final int MOST_HIGHLIGHTS = 2;
    private static final int ID_DIGITS = 4;

    Chronicle {
        earlier = List.copyOf(earlier);
        parts = List.copyOf(parts);
    }

    /** A release with the earlier ones it is reported with, each in its place in the calendar. */
    static Chronicle of(PublishedRelease release, List<PublishedRelease> history) {
        List<String> order = release.terms().stream()
                .sorted(Comparator.comparing(ReleaseTerm::from))
                .map(ReleaseTerm::id)
                .toList();
        ReleaseIndex now = ReleaseIndex.ofReported(release);
        return new Chronicle(
                now,
                history.stream()
                        .filter(past -> past.header().month().isEmpty())
                        .sorted(Comparator.comparingInt(
                                past -> order.indexOf(past.header().term())))
                        .map(past -> ReleaseIndex.ofEarlier(past, now.words()))
                        .toList(),
                history.stream()
                        .filter(past -> past.header().month().isPresent())
                        .sorted(Comparator.comparing(
                                past -> past.header().month().orElseThrow()))
                        .map(past -> ReleaseIndex.ofEarlier(past, now.words()))
                        .toList());
    }

    /** A week, and the release that published it. */
    record Week(ReleaseIndex release, ReleasePeriod period) {
        /** Its Monday: "5 Oct". */
        String label() {
            return release.words().shortDay(period.from());
        }
    }

    /** The words of the report. */
    Words words() {
        return now.words();
    }

    /** The reported term in words. */
    String term() {
        return words().term(now.release().header().term());
    }

    /** The key of the school as a whole. */
    Optional<String> school() {
        return now.school().map(ReleaseCohort::key);
    }

    String cohortName(String key) {
        return now.cohort(key).map(ReleaseCohort::name).orElse(key);
    }

    /** The school's figure of a kind in the reported period. */
    Optional<Reading> ofSchool(String kind, ReleaseMeasure measure) {
        return school().flatMap(school -> now.reading(kind, measure, now.period(), school));
    }

    /** Names of all terms, the reported one last. */
    List<String> termLabels() {
        return Stream.concat(earlier.stream(), Stream.of(now))
                .map(release -> words().term(release.release().header().term()))
                .toList();
    }

    /** The term before the reported one, in words. */
    Optional<String> previousTerm() {
        return earlier.isEmpty()
                ? Optional.empty()
                : Optional.of(words().term(earlier.get(earlier.size() - 1)
                        .release()
                        .header()
                        .term()));
    }

    /** Whether a release asked the measure on the same scale. */
    static boolean comparable(ReleaseIndex release, ReleaseMeasure measure) {
        return release.measure(measure.key())
                .filter(then -> then.lowest().compareTo(measure.lowest()) == 0
                        && then.highest().compareTo(measure.highest()) == 0
                        && then.direction().equals(measure.direction()))
                .isPresent();
    }

    /** A group's figures of a kind, one place per term. */
    List<Optional<Reading>> overTerms(String kind, ReleaseMeasure measure, String cohort) {
        List<Optional<Reading>> readings = new ArrayList<>();
        for (ReleaseIndex release : earlier) {
            readings.add(
                    comparable(release, measure)
                            ? release.reading(kind, measure, release.period(), cohort)
                            : Optional.empty());
        }
        readings.add(now.reading(kind, measure, now.period(), cohort));
        return readings;
    }

    /** The weeks of the reported term in order. */
    List<Week> weeks() {
        return weeksOf(Stream.concat(parts.stream(), Stream.of(now)));
    }

    /** The weeks of one earlier term in order. */
    static List<Week> weeksOf(ReleaseIndex release) {
        return weeksOf(Stream.of(release));
    }

    /** The weeks of the latest earlier terms, so many of them, and of the reported one. */
    List<Week> weeksSince(int earlierTerms) {
        return weeksOf(Stream.concat(
                earlier.stream().skip(Math.max(0, earlier.size() - earlierTerms)),
                Stream.concat(parts.stream(), Stream.of(now))));
    }

    private static List<Week> weeksOf(Stream<ReleaseIndex> releases) {
        return releases.flatMap(release -> release.weeks().stream().map(week -> new Week(release, week)))
                .sorted(Comparator.comparing(week -> week.period().from()))
                .toList();
    }

    /** A group's means, one place per week. */
    static List<Optional<Reading>> overWeeks(ReleaseMeasure measure, List<Week> weeks, String cohort) {
        return weeks.stream()
                .map(week -> comparable(week.release(), measure)
                        ? week.release()
                                .reading(
                                        FigureKinds.MEAN, measure, week.period().key(), cohort)
                        : Optional.<Reading>empty())
                .toList();
    }

    boolean isExamWeek(Week week) {
        return now.release().exams().stream().anyMatch(exam -> overlaps(exam, week.period()));
    }

    private static boolean overlaps(ReleaseExam exam, ReleasePeriod week) {
        return !exam.from().isAfter(week.to()) && !exam.to().isBefore(week.from());
    }

    /** The runs of exam weeks. */
    List<LineChart.Shade> examShades(List<Week> weeks) {
        List<LineChart.Shade> shades = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= weeks.size(); i++) {
            boolean exam = i < weeks.size() && isExamWeek(weeks.get(i));
            if (exam && start < 0) {
                start = i;
            }
            if (!exam && start >= 0) {
                shades.add(new LineChart.Shade(start, i - 1, words().text("model.exams")));
                start = -1;
            }
        }
        return shades;
    }

    /** How many answered, for the same measure, period and group as a figure. */
    Optional<Reading> respondents(ReleaseMeasure measure, Reading of) {
        return Stream.concat(earlier.stream(), Stream.concat(parts.stream(), Stream.of(now)))
                .flatMap(release -> release.respondentsBeside(measure, of.id()).stream())
                .findFirst();
    }

    /** The groups flagged on a measure, the first few. */
    List<String> highlighted(ReleaseMeasure measure) {
        return now.release().flags().stream()
                .filter(flag -> flag.measure().equals(measure.key()))
                .sorted(Comparator.comparingInt(ReleaseFlag::order))
                .map(ReleaseFlag::cohort)
                .distinct()
                .limit(MOST_HIGHLIGHTS)
                .toList();
    }

    /** How many respondents the school's figure has, as the end of a subtitle: "; 612 respondents". */
    String counted(ReleaseMeasure measure) {
        return ofSchool(FigureKinds.RESPONDENTS, measure)
                .filter(Reading::isShown)
                .map(reading -> "; " + words().text("model.counted", reading.text()))
                .orElse("");
    }

    static long shown(List<Optional<Reading>> readings) {
        return readings.stream()
                .flatMap(Optional::stream)
                .filter(Reading::isShown)
                .count();
    }

    /** Unit, range and direction of a measure. */
    String scale(ReleaseMeasure measure) {
        return words().text(
                        "model.scale.full",
                        words().unit(measure.unit()),
                        words().scale(measure),
                        words().direction(measure));
    }

    /** A title, and which part it is of a chart that was split. */
    String part(String title, int part, int parts) {
        return parts == 1
                ? title
                : words().text("model.titled.part", title, Integer.toString(part + 1), Integer.toString(parts));
    }

    /** The message of a chart: its sort and title, what is said besides, and where its values are. */
    String alternative(String sort, String title, String said, DataTable table) {
        return Words.sentences(words().text(sort, title), said, words().text("model.all-values", table.id()));
    }

    static Axis axis(ReleaseMeasure measure) {
        return new Axis(measure.lowest(), measure.highest(), "points");
    }

    /** First and last of some labels. */
    String span(List<String> labels) {
        return labels.size() == 1 ? labels.get(0) : words().range(labels.get(0), labels.get(labels.size() - 1));
    }

    /** A number of the analysis, by the letter of its list and its place there; earlier releases stand in front. */
    String analysisId(ReleaseIndex release, char list, int order) {
        String place = Integer.toString(order + 1);
        return release.prefixed(list + "0".repeat(Math.max(0, ID_DIGITS - place.length())) + place);
    }
}
