package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.ReleaseFigure.State;
import org.evenkeel.sql.release.ReleaseFinding;
import org.evenkeel.sql.release.ReleaseFlag;
import org.evenkeel.sql.release.ReleaseMeasure;

/** Writes everything on one page: findings, the school at a glance, groups that need a conversation, and what cannot be said. */
final class OnePageWriter {
    private final Chronicle chronicle;
    private final Words words;
    private final ReleaseIndex now;
    private final ResponseWriter response;

    /**
     * @param chronicle the release to be reported with those before it
     * @param response knows who answered
     */
    OnePageWriter(Chronicle chronicle, ResponseWriter response) {
        this.chronicle = chronicle;
        this.words = chronicle.words();
        this.now = chronicle.now();
        this.response = response;
    }

    /** The page, with the measures' lines at a glance as they were made. */
    OnePage write(List<OnePage.Headline> headlines) {
        return new OnePage(
                weekly() ? OnePage.About.WEEKS : OnePage.About.TERM, findings(), headlines, flags(), unsaid());
    }

    private boolean weekly() {
        return now.release().header().month().isPresent();
    }

    private List<OnePage.Finding> findings() {
        List<ReleaseFinding> ordered = now.release().findings().stream()
                .sorted(Comparator.comparingInt(ReleaseFinding::order))
                .toList();
        Map<String, ReleaseFinding> firstOfTheme = new LinkedHashMap<>();
        ordered.forEach(finding -> firstOfTheme.putIfAbsent(finding.theme(), finding));
        Set<ReleaseFinding> inOrder = new LinkedHashSet<>(firstOfTheme.values());
        inOrder.addAll(ordered);
        return inOrder.stream()
                .map(finding -> new OnePage.Finding(
                        words.certainty(finding.certainty()), finding.sentence(), finding.evidence()))
                .toList();
    }

    /** A measure at a glance. */
    OnePage.Headline headline(ReleaseMeasure measure, Sparkline sparkline) {
        return new OnePage.Headline(
                measure.title(),
                words.name(measure.theme()),
                words.scale(measure) + ", " + words.direction(measure),
                chronicle.ofSchool(FigureKinds.MEAN, measure),
                chronicle.ofSchool(FigureKinds.CHANGE, measure),
                chronicle.ofSchool(FigureKinds.RESPONDENTS, measure),
                sparkline);
    }

    private List<OnePage.Flag> flags() {
        return now.release().flags().stream()
                .sorted(Comparator.comparingInt(ReleaseFlag::order))
                .map(flag -> new OnePage.Flag(
                        OnePage.Level.of(flag.level()),
                        now.cohort(flag.cohort()).map(ReleaseCohort::name).orElse(flag.cohort()),
                        now.measure(flag.measure()).map(ReleaseMeasure::title).orElse(flag.measure()),
                        now.measure(flag.measure())
                                .flatMap(
                                        measure -> now.reading(FigureKinds.MEAN, measure, now.period(), flag.cohort())),
                        now.measure(flag.measure()).flatMap(measure -> chronicle.ofSchool(FigureKinds.MEAN, measure)),
                        flag.sentence(),
                        flag.evidence()))
                .toList();
    }

    private List<String> unsaid() {
        List<String> sentences = new ArrayList<>();
        withheldSentence().ifPresent(sentences::add);
        greySentence().ifPresent(sentences::add);
        sentences.addAll(changeSentences());
        response.sources()
                .filter(source -> !weekly() && response.rates(source.id()).isEmpty())
                .forEach(source -> sentences.add(words.text("model.unsaid.rate", words.name(source.id()))));
        response.sources()
                .filter(source -> source.respondents().equals("unlinked")
                        && !chronicle.earlier().isEmpty())
                .forEach(source -> sentences.add(words.text("model.unsaid.unlinked", words.name(source.id()))));
        sentences.add(words.text("model.unsaid.respondents"));
        return sentences;
    }

    private Optional<String> greySentence() {
        List<String> groups = flags().stream()
                .filter(flag -> flag.level() == OnePage.Level.GREY)
                .map(OnePage.Flag::cohort)
                .distinct()
                .toList();
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(words.text("model.unsaid.unclear", words.list(groups)));
    }

    private Optional<String> withheldSentence() {
        List<ReleaseFigure> reported = now.release().figures().stream()
                .filter(figure -> figure.period().equals(now.period()))
                .toList();
        if (reported.stream().noneMatch(figure -> figure.state() == State.WITHHELD)) {
            return Optional.empty();
        }
        return Optional.of(
                reported.stream().allMatch(figure -> figure.state() == State.WITHHELD)
                        ? words.text("model.unsaid.nothing", Reading.withheld(words))
                        : words.text("model.unsaid.some", Reading.withheld(words)));
    }

    private List<String> changeSentences() {
        if (weekly()) {
            return List.of(words.text("model.unsaid.weeks"));
        }
        if (chronicle.earlier().isEmpty()) {
            return List.of(words.text("model.unsaid.first"));
        }
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (ReleaseMeasure measure : now.measures()) {
            Optional<Reading> change = chronicle.ofSchool(FigureKinds.CHANGE, measure);
            if (change.isEmpty()) {
                byReason.computeIfAbsent("", reason -> new ArrayList<>()).add(measure.title());
            } else if (change.orElseThrow().state() == State.ABSENT) {
                byReason.computeIfAbsent(change.orElseThrow().note().orElse(""), reason -> new ArrayList<>())
                        .add(measure.title());
            }
        }
        return byReason.entrySet().stream()
                .map(entry -> entry.getKey().isEmpty()
                        ? words.text("model.unsaid.no-change", words.list(entry.getValue()))
                        : words.text("model.unsaid.no-change-because", words.list(entry.getValue()), entry.getKey()))
                .toList();
    }
}
