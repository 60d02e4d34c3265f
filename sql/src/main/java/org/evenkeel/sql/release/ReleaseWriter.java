package org.evenkeel.sql.release;

import static org.evenkeel.sql.release.generated.tables.AbsoluteBand.ABSOLUTE_BAND;
import static org.evenkeel.sql.release.generated.tables.Audit.AUDIT;
import static org.evenkeel.sql.release.generated.tables.Benchmark.BENCHMARK;
import static org.evenkeel.sql.release.generated.tables.ChangeSize.CHANGE_SIZE;
import static org.evenkeel.sql.release.generated.tables.Cohort.COHORT;
import static org.evenkeel.sql.release.generated.tables.CohortCondition.COHORT_CONDITION;
import static org.evenkeel.sql.release.generated.tables.Contact.CONTACT;
import static org.evenkeel.sql.release.generated.tables.Control.CONTROL;
import static org.evenkeel.sql.release.generated.tables.Exam.EXAM;
import static org.evenkeel.sql.release.generated.tables.Fact.FACT;
import static org.evenkeel.sql.release.generated.tables.Figure.FIGURE;
import static org.evenkeel.sql.release.generated.tables.FigureKind.FIGURE_KIND;
import static org.evenkeel.sql.release.generated.tables.Finding.FINDING;
import static org.evenkeel.sql.release.generated.tables.FindingEvidence.FINDING_EVIDENCE;
import static org.evenkeel.sql.release.generated.tables.Flag.FLAG;
import static org.evenkeel.sql.release.generated.tables.FlagEvidence.FLAG_EVIDENCE;
import static org.evenkeel.sql.release.generated.tables.Funnel.FUNNEL;
import static org.evenkeel.sql.release.generated.tables.Logo.LOGO;
import static org.evenkeel.sql.release.generated.tables.Measure.MEASURE;
import static org.evenkeel.sql.release.generated.tables.Period.PERIOD;
import static org.evenkeel.sql.release.generated.tables.Publication.PUBLICATION;
import static org.evenkeel.sql.release.generated.tables.Source.SOURCE;
import static org.evenkeel.sql.release.generated.tables.Standing.STANDING;
import static org.evenkeel.sql.release.generated.tables.Term.TERM;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenkeel.sql.release.generated.tables.records.AbsoluteBandRecord;
import org.evenkeel.sql.release.generated.tables.records.AuditRecord;
import org.evenkeel.sql.release.generated.tables.records.BenchmarkRecord;
import org.evenkeel.sql.release.generated.tables.records.ChangeSizeRecord;
import org.evenkeel.sql.release.generated.tables.records.CohortConditionRecord;
import org.evenkeel.sql.release.generated.tables.records.CohortRecord;
import org.evenkeel.sql.release.generated.tables.records.ContactRecord;
import org.evenkeel.sql.release.generated.tables.records.ControlRecord;
import org.evenkeel.sql.release.generated.tables.records.ExamRecord;
import org.evenkeel.sql.release.generated.tables.records.FactRecord;
import org.evenkeel.sql.release.generated.tables.records.FigureKindRecord;
import org.evenkeel.sql.release.generated.tables.records.FigureRecord;
import org.evenkeel.sql.release.generated.tables.records.FindingEvidenceRecord;
import org.evenkeel.sql.release.generated.tables.records.FindingRecord;
import org.evenkeel.sql.release.generated.tables.records.FlagEvidenceRecord;
import org.evenkeel.sql.release.generated.tables.records.FlagRecord;
import org.evenkeel.sql.release.generated.tables.records.FunnelRecord;
import org.evenkeel.sql.release.generated.tables.records.LogoRecord;
import org.evenkeel.sql.release.generated.tables.records.MeasureRecord;
import org.evenkeel.sql.release.generated.tables.records.PeriodRecord;
import org.evenkeel.sql.release.generated.tables.records.PublicationRecord;
import org.evenkeel.sql.release.generated.tables.records.SourceRecord;
import org.evenkeel.sql.release.generated.tables.records.StandingRecord;
import org.evenkeel.sql.release.generated.tables.records.TermRecord;
import org.jooq.DSLContext;

/** Turns one release into rows, table by table, each in the order of its key. */
final class ReleaseWriter {
    private final BulkLoad load;
    private final long releaseNo;

    ReleaseWriter(DSLContext sql, long releaseNo) {
        this.load = new BulkLoad(sql);
        this.releaseNo = releaseNo;
    }

    void write(PublishedRelease release) {
        load.into(PUBLICATION, List.of(publication(release.header(), release.presentation())));
        load.into(CONTACT, contacts(release.presentation().contacts()));
        load.into(LOGO, release.presentation().logo().map(this::logo).stream().toList());
        load.into(TERM, rows(release.terms(), this::term));
        load.into(EXAM, rows(release.exams(), this::exam));
        load.into(PERIOD, rows(release.periods(), this::period));
        load.into(SOURCE, rows(release.sources(), this::source));
        load.into(MEASURE, rows(release.measures(), this::measure));
        load.into(COHORT, rows(release.cohorts(), this::cohort));
        load.into(COHORT_CONDITION, rows(release.conditions(), this::condition));
        load.into(FIGURE_KIND, rows(release.kinds(), this::kind));
        load.into(FIGURE, rows(release.figures(), this::figure));
        load.into(FLAG, rows(release.flags(), this::flag));
        load.into(
                FLAG_EVIDENCE,
                release.flags().stream().flatMap(this::flagEvidence).toList());
        load.into(FINDING, rows(release.findings(), this::finding));
        load.into(
                FINDING_EVIDENCE,
                release.findings().stream().flatMap(this::findingEvidence).toList());
        load.into(STANDING, rows(release.analysis().standings(), this::standing));
        load.into(ABSOLUTE_BAND, rows(release.analysis().bands(), this::band));
        load.into(CONTROL, rows(release.analysis().controls(), this::control));
        load.into(FUNNEL, rows(release.analysis().funnels(), this::funnel));
        load.into(BENCHMARK, rows(release.analysis().benchmarks(), this::benchmark));
        load.into(CHANGE_SIZE, rows(release.analysis().changes(), this::changeSize));
        load.into(AUDIT, rows(release.audits(), this::audit));
        load.into(FACT, rows(release.facts(), this::fact));
    }

    private static <T, R> List<R> rows(List<T> entries, Function<T, R> row) {
        return entries.stream().map(row).toList();
    }

    private PublicationRecord publication(ReleaseHeader header, ReleasePresentation presentation) {
        return new PublicationRecord(
                releaseNo,
                header.id(),
                header.study(),
                header.term(),
                header.asOf().atOffset(ZoneOffset.UTC),
                header.zone().getId(),
                header.threshold(),
                header.coverage(),
                header.simulated().orElse(null),
                header.version(),
                header.configurationHash(),
                header.inputHash(),
                header.month().map(YearMonth::toString).orElse(null),
                presentation.language().toLanguageTag(),
                presentation.paper().name().toLowerCase(Locale.ROOT),
                presentation.colours().isEmpty() ? null : String.join(" ", presentation.colours()));
    }

    private List<ContactRecord> contacts(List<ReleasePresentation.Contact> contacts) {
        return IntStream.range(0, contacts.size())
                .mapToObj(place -> new ContactRecord(
                        releaseNo,
                        place,
                        contacts.get(place).purpose().name().toLowerCase(Locale.ROOT),
                        contacts.get(place).name(),
                        contacts.get(place).details()))
                .toList();
    }

    private LogoRecord logo(ReleasePresentation.Logo logo) {
        return new LogoRecord(releaseNo, logo.mediaType(), logo.image());
    }

    private TermRecord term(ReleaseTerm term) {
        return new TermRecord(releaseNo, term.id(), term.order(), term.from(), term.to(), term.cutOff());
    }

    private ExamRecord exam(ReleaseExam exam) {
        return new ExamRecord(releaseNo, exam.term(), exam.from(), exam.to());
    }

    private PeriodRecord period(ReleasePeriod period) {
        return new PeriodRecord(
                releaseNo,
                period.key(),
                period.order(),
                period.term(),
                period.week().orElse(null),
                period.from(),
                period.to());
    }

    private SourceRecord source(ReleaseSource source) {
        return new SourceRecord(releaseNo, source.id(), source.order(), source.rhythm(), source.respondents());
    }

    private MeasureRecord measure(ReleaseMeasure measure) {
        return new MeasureRecord(
                releaseNo,
                measure.key(),
                measure.order(),
                measure.source(),
                measure.title(),
                measure.theme(),
                measure.direction(),
                measure.unit(),
                measure.lowest(),
                measure.highest(),
                measure.atRisk().orElse(null),
                measure.atRiskSource().orElse(null),
                measure.instrument(),
                measure.items(),
                measure.references(),
                measure.atRiskCut().orElse(null),
                measure.importantDifference().orElse(null),
                measure.importantDifferenceSource().orElse(null));
    }

    private CohortRecord cohort(ReleaseCohort cohort) {
        return new CohortRecord(
                releaseNo, cohort.key(), cohort.order(), cohort.grouping(), cohort.name(), cohort.origin());
    }

    private CohortConditionRecord condition(ReleaseCondition condition) {
        return new CohortConditionRecord(
                releaseNo,
                condition.cohort(),
                condition.attribute(),
                condition.value(),
                condition.formerly().orElse(null));
    }

    private FigureKindRecord kind(ReleaseFigureKind kind) {
        return new FigureKindRecord(releaseNo, kind.code(), kind.order(), kind.title(), kind.unit());
    }

    private FigureRecord figure(ReleaseFigure figure) {
        return new FigureRecord(
                releaseNo,
                figure.order(),
                figure.id(),
                figure.kind(),
                figure.source(),
                figure.measure().orElse(null),
                figure.period(),
                figure.cohort(),
                figure.state().name().toLowerCase(Locale.ROOT),
                figure.value().orElse(null),
                figure.lower().orElse(null),
                figure.upper().orElse(null),
                figure.bandLower().orElse(null),
                figure.bandUpper().orElse(null),
                figure.decimals(),
                figure.note().orElse(null),
                figure.step().orElse(null),
                figure.target()
                        .map(target -> target.name().toLowerCase(Locale.ROOT))
                        .orElse(null));
    }

    private FlagRecord flag(ReleaseFlag flag) {
        return new FlagRecord(releaseNo, flag.order(), flag.cohort(), flag.measure(), flag.level(), flag.sentence());
    }

    private Stream<FlagEvidenceRecord> flagEvidence(ReleaseFlag flag) {
        return IntStream.range(0, flag.evidence().size())
                .mapToObj(place -> new FlagEvidenceRecord(
                        releaseNo, flag.order(), place, flag.evidence().get(place)));
    }

    private FindingRecord finding(ReleaseFinding finding) {
        return new FindingRecord(releaseNo, finding.order(), finding.theme(), finding.certainty(), finding.sentence());
    }

    private Stream<FindingEvidenceRecord> findingEvidence(ReleaseFinding finding) {
        return IntStream.range(0, finding.evidence().size())
                .mapToObj(place -> new FindingEvidenceRecord(
                        releaseNo, finding.order(), place, finding.evidence().get(place)));
    }

    private StandingRecord standing(ReleaseStanding standing) {
        return new StandingRecord(
                releaseNo,
                standing.order(),
                standing.measure(),
                standing.cohort(),
                standing.groups(),
                standing.pooled(),
                standing.lower(),
                standing.upper(),
                (short) standing.decimals(),
                standing.margin(),
                (short) standing.likelihoodWorse(),
                standing.ranks().map(ReleaseStanding.Ranks::best).orElse(null),
                standing.ranks().map(ReleaseStanding.Ranks::worst).orElse(null),
                standing.level());
    }

    private ChangeSizeRecord changeSize(ReleaseChangeSize change) {
        Optional<ReleaseChangeSize.Size> multiple = change.matters().map(ReleaseChangeSize.Multiple::size);
        return new ChangeSizeRecord(
                releaseNo,
                change.order(),
                change.kind(),
                change.measure(),
                change.cohort(),
                change.points().value(),
                change.points().lower().orElse(null),
                change.points().upper().orElse(null),
                (short) change.points().decimals(),
                change.matters().map(ReleaseChangeSize.Multiple::points).orElse(null),
                change.matters().map(ReleaseChangeSize.Multiple::basis).orElse(null),
                multiple.map(ReleaseChangeSize.Size::value).orElse(null),
                multiple.flatMap(ReleaseChangeSize.Size::lower).orElse(null),
                multiple.flatMap(ReleaseChangeSize.Size::upper).orElse(null),
                multiple.map(size -> (short) size.decimals()).orElse(null),
                change.effect().map(ReleaseChangeSize.Size::value).orElse(null),
                change.effect().flatMap(ReleaseChangeSize.Size::lower).orElse(null),
                change.effect().flatMap(ReleaseChangeSize.Size::upper).orElse(null),
                change.effect().map(size -> (short) size.decimals()).orElse(null),
                change.without().orElse(null));
    }

    private AbsoluteBandRecord band(ReleaseBand band) {
        return new AbsoluteBandRecord(
                releaseNo,
                band.order(),
                band.measure(),
                band.cohort(),
                (short) band.band(),
                band.reference(),
                band.step(),
                band.basis());
    }

    private ControlRecord control(ReleaseControl control) {
        return new ControlRecord(
                releaseNo,
                control.order(),
                control.measure(),
                control.cohort(),
                control.period(),
                control.phase().name().toLowerCase(Locale.ROOT),
                control.expected(),
                control.limits().map(ReleaseControl.Limits::lower).orElse(null),
                control.limits().map(ReleaseControl.Limits::upper).orElse(null),
                (short) control.decimals(),
                control.signal() == ReleaseControl.Signal.UNUSUAL);
    }

    private FunnelRecord funnel(ReleaseFunnel funnel) {
        return new FunnelRecord(
                releaseNo,
                funnel.order(),
                funnel.measure(),
                funnel.grouping(),
                funnel.groups(),
                funnel.centre(),
                funnel.deviation(),
                funnel.overdispersion(),
                (short) funnel.decimals());
    }

    private BenchmarkRecord benchmark(ReleaseBenchmark benchmark) {
        return new BenchmarkRecord(
                releaseNo,
                benchmark.order(),
                benchmark.measure(),
                benchmark.mean(),
                (short) benchmark.decimals(),
                benchmark.population(),
                benchmark.year(),
                benchmark.source(),
                benchmark.verified());
    }

    private AuditRecord audit(ReleaseAudit audit) {
        return new AuditRecord(
                releaseNo,
                audit.order(),
                audit.source(),
                audit.measure().orElse(null),
                audit.period(),
                audit.shownCohorts(),
                audit.fewestRespondents(),
                audit.computableGroups());
    }

    private FactRecord fact(ReleaseFact fact) {
        return new FactRecord(releaseNo, fact.section(), fact.order(), fact.name(), fact.content());
    }
}
