package org.evenkeel.app.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortName;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.disclosure.FigureKey;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.disclosure.Release;
import org.evenkeel.core.disclosure.ReleasedFigure;
import org.evenkeel.core.flag.Analysis;
import org.evenkeel.core.flag.Calibration;
import org.evenkeel.core.flag.Finding;
import org.evenkeel.core.flag.Findings;
import org.evenkeel.core.flag.Flag;
import org.evenkeel.core.flag.Flags;
import org.evenkeel.core.flag.ReportedMeasure;
import org.evenkeel.core.flag.ResponseSensitivity;
import org.evenkeel.core.flag.ShownFigures;
import org.evenkeel.core.flag.ShownSoFar;
import org.evenkeel.core.flag.Weighting;
import org.evenkeel.core.instrument.AtRiskRule;
import org.evenkeel.core.instrument.Catalogue;
import org.evenkeel.core.instrument.ImportantDifference;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.statistics.AskedMeasures;
import org.evenkeel.core.statistics.YearLabels;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.Presentation;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.core.study.Source;
import org.evenkeel.core.study.Study;
import org.evenkeel.core.study.Term;
import org.evenkeel.core.words.Messages;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseBenchmark;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseCondition;
import org.evenkeel.sql.release.ReleaseExam;
import org.evenkeel.sql.release.ReleaseFact;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.ReleaseFigureKind;
import org.evenkeel.sql.release.ReleaseFinding;
import org.evenkeel.sql.release.ReleaseFlag;
import org.evenkeel.sql.release.ReleaseHeader;
import org.evenkeel.sql.release.ReleaseMeasure;
import org.evenkeel.sql.release.ReleasePeriod;
import org.evenkeel.sql.release.ReleasePresentation;
import org.evenkeel.sql.release.ReleaseSource;
import org.evenkeel.sql.release.ReleaseTerm;

/** A release as the mart stores it: the same figures, named and ordered, with flags and findings made from them. */
final class Publication {
    private final Study study;
    private final Catalogue catalogue;
    private final Release release;
    private final Presentation presentation;
    private final Messages messages;
    private final Provenance provenance;
    private final Term term;
    private final List<Source> sources;
    private final List<Asked> measures;
    private final List<Period> periods;
    private final ShownSoFar shown;
    private final Flags flags;
    private final YearLabels labels;
    private final Map<FigureKey, String> ids = new HashMap<>();

    private Publication(
            Study study,
            Presentation presentation,
            Catalogue catalogue,
            Release release,
            YearLabels labels,
            List<PublishedRelease> before,
            Provenance provenance) {
        this.labels = labels;
        this.presentation = presentation;
        this.messages = Messages.of(presentation.language().locale());
        this.study = study;
        this.catalogue = catalogue;
        this.release = release;
        this.provenance = provenance;
        this.term = study.calendar().term(release.term());
        this.sources = study.sources().stream()
                .filter(source -> release.figures().stream()
                        .anyMatch(figure -> figure.key().source().equals(source.id())))
                .toList();
        this.measures = measures(study, catalogue).stream()
                .filter(reported -> sources.stream()
                        .anyMatch(
                                source -> source.id().equals(reported.measure().source())))
                .toList();
        this.periods = List.copyOf(release.periods());
        this.shown = new ShownSoFar(
                ShownFigures.of(release, study.coverage(), term, labels),
                before.stream().<ShownFigures>map(ShownRows::new).toList());
        this.flags = Flags.of(shown, reported(), messages);
    }

    /** The release under this id, ready to be published after those that were published before, with what its years were called then. */
    static PublishedRelease of(
            String id,
            Study study,
            Presentation presentation,
            Catalogue catalogue,
            Release release,
            YearLabels labels,
            List<PublishedRelease> before,
            Provenance provenance) {
        return new Publication(study, presentation, catalogue, release, labels, before, provenance).published(id);
    }

    private PublishedRelease published(String id) {
        List<ReleaseFigure> figures = figures();
        PublishedRelease published = new PublishedRelease(
                header(id),
                presentation(),
                terms(),
                exams(),
                periodRows(),
                sources(),
                measureRows(),
                cohorts(),
                conditions(),
                kinds(),
                figures,
                flags(),
                findings(),
                AnalysisRows.of(Analysis.of(shown, reported(), flags, messages), benchmarks()),
                List.of(),
                facts());
        return published.audited(ShownTables.of(published).audit());
    }

    private ReleaseHeader header(String id) {
        return new ReleaseHeader(
                id,
                study.name(),
                term.id().value(),
                release.subject().month(),
                study.calendar().due(release.subject()),
                study.calendar().zone(),
                release.threshold(),
                code(study.coverage()),
                study.simulated(),
                provenance.version(),
                provenance.configurationHash(),
                provenance.inputHash());
    }

    private ReleasePresentation presentation() {
        return new ReleasePresentation(
                presentation.language().locale(),
                ReleasePresentation.Paper.valueOf(presentation.paper().name()),
                presentation.colours().stream().map(Presentation.Colour::code).toList(),
                presentation.logo().map(logo -> new ReleasePresentation.Logo(logo.mediaType(), logo.content())),
                presentation.contacts().stream()
                        .map(contact -> new ReleasePresentation.Contact(
                                ReleasePresentation.Purpose.valueOf(
                                        contact.purpose().name()),
                                contact.name(),
                                contact.details()))
                        .toList());
    }

    private List<Term> termsSoFar() {
        List<Term> all = study.calendar().terms();
        return all.subList(0, all.indexOf(term) + 1);
    }

    private List<ReleaseTerm> terms() {
        List<ReleaseTerm> rows = new ArrayList<>();
        for (Term each : termsSoFar()) {
            rows.add(new ReleaseTerm(
                    each.id().value(),
                    rows.size(),
                    each.days().from(),
                    each.days().to(),
                    each.cutOff()));
        }
        return rows;
    }

    private List<ReleaseExam> exams() {
        return termsSoFar().stream()
                .flatMap(each -> each.exams().stream()
                        .map(exam -> new ReleaseExam(each.id().value(), exam.from(), exam.to())))
                .toList();
    }

    private List<ReleasePeriod> periodRows() {
        List<ReleasePeriod> rows = new ArrayList<>();
        for (Period period : periods) {
            rows.add(new ReleasePeriod(
                    period.key(),
                    rows.size(),
                    period.term().value(),
                    period.week().map(Object::toString),
                    period.week().map(week -> week.monday()).orElse(term.days().from()),
                    period.week()
                            .map(week -> week.monday().plusDays(6))
                            .orElse(term.days().to())));
        }
        return rows;
    }

    private List<ReleaseSource> sources() {
        List<ReleaseSource> rows = new ArrayList<>();
        for (Source source : sources) {
            String respondents = source.respondents() instanceof Respondents.Identified ? "identified" : "unlinked";
            rows.add(new ReleaseSource(source.id().value(), rows.size(), code(source.rhythm()), respondents));
        }
        return rows;
    }

    /** A measure with its scoring rule. */
    private record Asked(Measure measure, Scale scale) {}

    /** Every measure of the study, by theme, then in the order sources and their scales are declared. */
    private static List<Asked> measures(Study study, Catalogue catalogue) {
        AskedMeasures asked = new AskedMeasures(catalogue);
        return study.sources().stream()
                .flatMap(source ->
                        asked.of(source).stream().map(scale -> new Asked(new Measure(source.id(), scale.id()), scale)))
                .sorted(Comparator.comparing(reported -> reported.scale().theme()))
                .toList();
    }

    private List<ReleaseMeasure> measureRows() {
        List<ReleaseMeasure> rows = new ArrayList<>();
        for (Asked reported : measures) {
            Scale scale = reported.scale();
            Instrument instrument = instrument(scale);
            rows.add(new ReleaseMeasure(
                    reported.measure().key(),
                    rows.size(),
                    reported.measure().source().value(),
                    scale.title().in(presentation.language()),
                    code(scale.theme()),
                    code(scale.direction()),
                    unit(scale),
                    points(scale.lattice().lowestPoints()),
                    points(scale.lattice().highestPoints()),
                    scale.atRisk().map(rule -> words(rule, scale)),
                    scale.atRisk().map(this::source),
                    scoring(instrument),
                    scale.items().size(),
                    String.join("; ", instrument.references()),
                    scale.atRisk()
                            .filter(rule -> rule.basis() == AtRiskRule.Basis.PUBLISHED)
                            .map(AtRiskRule::cut),
                    scale.importantDifference().map(ImportantDifference::points),
                    scale.importantDifference().map(this::source)));
        }
        return rows;
    }

    private Instrument instrument(Scale scale) {
        return catalogue.instruments().values().stream()
                .filter(instrument ->
                        instrument.scales().stream().anyMatch(own -> own.id().equals(scale.id())))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no instrument has scale " + scale.id()));
    }

    private String words(AtRiskRule rule, Scale scale) {
        String side = switch (rule.comparison()) {
            case AT_LEAST -> "fact.at-risk.at-least";
            case AT_MOST -> "fact.at-risk.at-most";
        };
        return messages.text(side, messages.plain(rule.cut()), unit(scale));
    }

    private String scoring(Instrument instrument) {
        return messages.text("fact.scoring", instrument.title().in(presentation.language()), instrument.version());
    }

    /** What the scale counts in; a unit of the study's own is called as the study calls it. */
    private String unit(Scale scale) {
        String key = "fact.unit." + scale.unit();
        return messages.has(key) ? messages.text(key) : scale.unit();
    }

    private String source(AtRiskRule rule) {
        return switch (rule.basis()) {
            case PUBLISHED -> rule.source();
            case CONVENTION ->
                rule.source().startsWith("Convention:")
                        ? rule.source()
                        : messages.text("fact.convention", rule.source());
        };
    }

    private String source(ImportantDifference difference) {
        return switch (difference.basis()) {
            case PUBLISHED -> difference.source();
            case CONVENTION -> messages.text("fact.convention", difference.source());
        };
    }

    private List<ReleaseCohort> cohorts() {
        List<ReleaseCohort> rows = new ArrayList<>();
        for (PlannedCohort planned : release.cohorts()) {
            rows.add(new ReleaseCohort(
                    planned.cohort().key(),
                    rows.size(),
                    planned.grouping().key(),
                    CohortName.of(planned, messages),
                    code(planned.origin())));
        }
        return rows;
    }

    private List<ReleaseCondition> conditions() {
        List<ReleaseCondition> rows = new ArrayList<>();
        for (PlannedCohort planned : release.cohorts()) {
            planned.cohort()
                    .conditions()
                    .forEach((attribute, values) -> values.forEach(value -> rows.add(new ReleaseCondition(
                            planned.cohort().key(), attribute.value(), value, formerly(attribute, value)))));
        }
        return rows;
    }

    private Optional<String> formerly(AttributeId attribute, String value) {
        return attribute.equals(YearLabels.YEAR)
                ? Optional.ofNullable(labels.before().get(value))
                : Optional.empty();
    }

    private List<ReleaseFigureKind> kinds() {
        List<ReleaseFigureKind> rows = new ArrayList<>();
        for (FigureKind kind : release.kinds()) {
            String key = "figure." + kind.code();
            String title = messages.has(key) ? messages.text(key) : kind.title();
            rows.add(new ReleaseFigureKind(kind.code(), rows.size(), title, code(kind.unit())));
        }
        return rows;
    }

    private List<ReleaseFigure> figures() {
        List<Measure> measureOrder = measures.stream().map(Asked::measure).toList();
        List<String> kindOrder = release.kinds().stream().map(FigureKind::code).toList();
        List<Cohort> cohortOrder =
                release.cohorts().stream().map(PlannedCohort::cohort).toList();
        Map<Object, Integer> places = new HashMap<>();
        for (List<?> order : List.of(measureOrder, kindOrder, cohortOrder, periods)) {
            for (int place = 0; place < order.size(); place++) {
                places.put(order.get(place), place);
            }
        }
        List<ReleasedFigure> sorted = new ArrayList<>(release.figures());
        sorted.sort(Comparator.comparing((ReleasedFigure figure) ->
                        figure.key().measure().map(places::get).orElse(-1))
                .thenComparing(
                        figure -> sources.indexOf(study.source(figure.key().source())))
                .thenComparing(figure -> places.get(figure.key().kind()))
                .thenComparing(figure -> places.get(figure.key().cohort()))
                .thenComparing(figure -> places.get(figure.key().period())));
        List<ReleaseFigure> rows = new ArrayList<>();
        for (ReleasedFigure figure : sorted) {
            String id = String.format(Locale.ROOT, "F%04d", rows.size() + 1);
            ids.put(figure.key(), id);
            rows.add(row(id, rows.size(), figure));
        }
        return rows;
    }

    private ReleaseFigure row(String id, int order, ReleasedFigure figure) {
        FigureKey key = figure.key();
        Row row = figure.figure()
                .match(
                        shown -> new Row(
                                ReleaseFigure.State.SHOWN,
                                Optional.of(shown.value()),
                                shown.range().map(Figure.Range::lower),
                                shown.range().map(Figure.Range::upper),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(shown.step()),
                                shown.value().scale(),
                                figure.note().map(note -> messages.text("figure.note." + note.name()))),
                        banded -> new Row(
                                ReleaseFigure.State.BANDED,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                banded.lower(),
                                banded.upper(),
                                Optional.empty(),
                                0,
                                Optional.empty()),
                        withheld -> Row.without(ReleaseFigure.State.WITHHELD, Optional.empty()),
                        structural -> Row.without(
                                ReleaseFigure.State.ABSENT,
                                Optional.of(messages.text(
                                        "absence." + structural.reason().name()))));
        return new ReleaseFigure(
                id,
                order,
                key.kind(),
                key.source().value(),
                key.measure().map(Measure::key),
                key.period().key(),
                key.cohort().key(),
                row.state(),
                row.value(),
                row.lower(),
                row.upper(),
                row.bandLower(),
                row.bandUpper(),
                row.step(),
                row.decimals(),
                row.note(),
                figure.target().map(target -> ReleaseFigure.Target.valueOf(target.name())));
    }

    /** What a figure may show. */
    private record Row(
            ReleaseFigure.State state,
            Optional<BigDecimal> value,
            Optional<BigDecimal> lower,
            Optional<BigDecimal> upper,
            Optional<BigDecimal> bandLower,
            Optional<BigDecimal> bandUpper,
            Optional<BigDecimal> step,
            int decimals,
            Optional<String> note) {
        static Row without(ReleaseFigure.State state, Optional<String> note) {
            return new Row(
                    state,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    note);
        }
    }

    private List<ReportedMeasure> reported() {
        return measures.stream()
                .map(asked -> ReportedMeasure.of(asked.measure(), asked.scale(), presentation.language()))
                .toList();
    }

    private List<ReleaseFlag> flags() {
        List<ReleaseFlag> rows = new ArrayList<>();
        for (Flag flag : flags.flags()) {
            rows.add(new ReleaseFlag(
                    rows.size(),
                    flag.cohort().key(),
                    flag.measure().key(),
                    code(flag.level()),
                    flag.sentence(),
                    evidence(flag.evidence())));
        }
        return rows;
    }

    private List<ReleaseFinding> findings() {
        List<ReleaseFinding> rows = new ArrayList<>();
        for (Finding finding : Findings.of(shown, reported(), messages)) {
            rows.add(new ReleaseFinding(
                    rows.size(),
                    code(finding.theme()),
                    code(finding.certainty()),
                    finding.sentence(),
                    evidence(finding.evidence())));
        }
        return rows;
    }

    private List<ReleaseBenchmark> benchmarks() {
        return BenchmarkRows.of(
                study, catalogue, measures.stream().map(Asked::measure).collect(Collectors.toUnmodifiableSet()));
    }

    private List<String> evidence(List<FigureKey> keys) {
        return keys.stream().map(ids::get).distinct().toList();
    }

    private List<ReleaseFact> facts() {
        List<ReleaseFact> facts = new ArrayList<>();
        add(facts, "audit", messages.text("fact.threshold"), String.valueOf(release.threshold()));
        add(facts, "audit", messages.text("fact.shares"), messages.text("fact.shares.words"));
        add(facts, "audit", messages.text("fact.means"), messages.text("fact.means.words"));
        add(facts, "audit", messages.text("fact.late"), messages.text("fact.late.words"));
        addCalibration(facts);
        Weighting.of(shown, reported(), messages)
                .notes()
                .forEach(note -> add(facts, "weighting", note.name(), note.words()));
        ResponseSensitivity.notes(shown, reported(), messages)
                .forEach(note -> add(facts, "response-sensitivity", note.name(), note.words()));
        add(
                facts,
                "provenance",
                messages.text("fact.release"),
                release.subject()
                        .month()
                        .map(month -> messages.text(
                                "fact.release.month",
                                month.toString(),
                                term.id().value()))
                        .orElse(messages.text(
                                "fact.release.term",
                                term.id().value(),
                                term.cutOff().toString())));
        add(facts, "provenance", "Evenkeel", provenance.version());
        add(facts, "provenance", messages.text("fact.configuration"), provenance.configurationHash());
        add(facts, "provenance", messages.text("fact.inputs"), provenance.inputHash());
        for (Provenance.ExportUsed export : provenance.exports()) {
            add(facts, "export", export.source() + ", " + export.format(), export.hash());
        }
        measures.stream()
                .map(reported -> instrument(reported.scale()))
                .distinct()
                .forEach(instrument -> add(
                        facts,
                        "instrument",
                        scoring(instrument),
                        instrument.licence().terms()));
        return facts;
    }

    private void addCalibration(List<ReleaseFact> facts) {
        Calibration calibration = flags.calibration();
        if (calibration.groups() == 0) {
            return;
        }
        add(facts, ReleaseFact.THRESHOLD, ReleaseFact.AMBER, calibration.amberPercent());
        add(
                facts,
                ReleaseFact.THRESHOLD,
                ReleaseFact.RED,
                calibration.redPercent().orElse(ReleaseFact.NEVER));
        add(facts, "calibration", messages.text("fact.red"), calibration.redInWords(messages));
        add(facts, "calibration", messages.text("fact.amber"), calibration.amberInWords(messages));
        add(
                facts,
                "calibration",
                messages.text("fact.alarms"),
                messages.text(
                        "fact.alarms.words",
                        messages.number(BigDecimal.valueOf(calibration.simulations())),
                        messages.number(BigDecimal.valueOf(calibration.groups())),
                        messages.rounded(100 * calibration.falseRed(), 1),
                        messages.rounded(calibration.falseFlags(), 1)));
        calibration
                .power()
                .forEach(power -> add(
                        facts,
                        "calibration",
                        messages.text("fact.power", messages.rounded(power.worseBy(), 1)),
                        messages.text(
                                "fact.power.words",
                                messages.rounded(100 * power.red(), 0),
                                messages.rounded(100 * power.flagged(), 0))));
    }

    private static void add(List<ReleaseFact> facts, String section, String name, String content) {
        int order = (int)
                facts.stream().filter(fact -> fact.section().equals(section)).count();
        facts.add(new ReleaseFact(section, order, name, content));
    }

    private static BigDecimal points(double points) {
        return new BigDecimal(Double.toString(points)).stripTrailingZeros();
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
