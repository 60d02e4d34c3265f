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

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evenkeel.sql.release.generated.tables.records.AbsoluteBandRecord;
import org.evenkeel.sql.release.generated.tables.records.BenchmarkRecord;
import org.evenkeel.sql.release.generated.tables.records.ChangeSizeRecord;
import org.evenkeel.sql.release.generated.tables.records.ControlRecord;
import org.evenkeel.sql.release.generated.tables.records.FigureRecord;
import org.evenkeel.sql.release.generated.tables.records.FunnelRecord;
import org.evenkeel.sql.release.generated.tables.records.MeasureRecord;
import org.evenkeel.sql.release.generated.tables.records.PeriodRecord;
import org.evenkeel.sql.release.generated.tables.records.PublicationRecord;
import org.evenkeel.sql.release.generated.tables.records.StandingRecord;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Makes one release out of its rows again. */
final class ReleaseReader {
    private final DSLContext sql;
    private final long releaseNo;

    ReleaseReader(DSLContext sql, long releaseNo) {
        this.sql = sql;
        this.releaseNo = releaseNo;
    }

    PublishedRelease read() {
        Map<Integer, List<String>> underFlags = evidence(
                FLAG_EVIDENCE,
                FLAG_EVIDENCE.RELEASE_NO,
                FLAG_EVIDENCE.FLAG_ORDER,
                FLAG_EVIDENCE.EVIDENCE_ORDER,
                FLAG_EVIDENCE.FIGURE_ID);
        Map<Integer, List<String>> underFindings = evidence(
                FINDING_EVIDENCE,
                FINDING_EVIDENCE.RELEASE_NO,
                FINDING_EVIDENCE.FINDING_ORDER,
                FINDING_EVIDENCE.EVIDENCE_ORDER,
                FINDING_EVIDENCE.FIGURE_ID);
        PublicationRecord publication = sql.fetchSingle(PUBLICATION, PUBLICATION.RELEASE_NO.eq(releaseNo));
        return new PublishedRelease(
                header(publication),
                presentation(publication),
                rows(
                        TERM,
                        TERM.RELEASE_NO,
                        row -> new ReleaseTerm(
                                row.getTermId(),
                                row.getTermOrder(),
                                row.getFirstDay(),
                                row.getLastDay(),
                                row.getCutOff())),
                rows(
                        EXAM,
                        EXAM.RELEASE_NO,
                        row -> new ReleaseExam(row.getTermId(), row.getFirstDay(), row.getLastDay())),
                rows(PERIOD, PERIOD.RELEASE_NO, ReleaseReader::period),
                rows(
                        SOURCE,
                        SOURCE.RELEASE_NO,
                        row -> new ReleaseSource(
                                row.getSourceId(), row.getSourceOrder(), row.getRhythm(), row.getRespondents())),
                rows(MEASURE, MEASURE.RELEASE_NO, ReleaseReader::measure),
                rows(
                        COHORT,
                        COHORT.RELEASE_NO,
                        row -> new ReleaseCohort(
                                row.getCohortKey(),
                                row.getCohortOrder(),
                                row.getGroupingKey(),
                                row.getTitle(),
                                row.getOrigin())),
                rows(
                        COHORT_CONDITION,
                        COHORT_CONDITION.RELEASE_NO,
                        row -> new ReleaseCondition(
                                row.getCohortKey(),
                                row.getAttribute(),
                                row.getPossibleValue(),
                                Optional.ofNullable(row.getFormerly()))),
                rows(
                        FIGURE_KIND,
                        FIGURE_KIND.RELEASE_NO,
                        row -> new ReleaseFigureKind(
                                row.getKindCode(), row.getKindOrder(), row.getTitle(), row.getUnit())),
                rows(FIGURE, FIGURE.RELEASE_NO, ReleaseReader::figure),
                rows(
                        FLAG,
                        FLAG.RELEASE_NO,
                        row -> new ReleaseFlag(
                                row.getFlagOrder(),
                                row.getCohortKey(),
                                row.getMeasureKey(),
                                row.getLevelCode(),
                                row.getSentence(),
                                underFlags.getOrDefault(row.getFlagOrder(), List.of()))),
                rows(
                        FINDING,
                        FINDING.RELEASE_NO,
                        row -> new ReleaseFinding(
                                row.getFindingOrder(),
                                row.getTheme(),
                                row.getCertainty(),
                                row.getSentence(),
                                underFindings.getOrDefault(row.getFindingOrder(), List.of()))),
                new ReleaseAnalysis(
                        rows(STANDING, STANDING.RELEASE_NO, ReleaseReader::standing),
                        rows(ABSOLUTE_BAND, ABSOLUTE_BAND.RELEASE_NO, ReleaseReader::band),
                        rows(CONTROL, CONTROL.RELEASE_NO, ReleaseReader::control),
                        rows(FUNNEL, FUNNEL.RELEASE_NO, ReleaseReader::funnel),
                        rows(BENCHMARK, BENCHMARK.RELEASE_NO, ReleaseReader::benchmark),
                        rows(CHANGE_SIZE, CHANGE_SIZE.RELEASE_NO, ReleaseReader::changeSize)),
                rows(
                        AUDIT,
                        AUDIT.RELEASE_NO,
                        row -> new ReleaseAudit(
                                row.getAuditOrder(),
                                row.getSourceId(),
                                Optional.ofNullable(row.getMeasureKey()),
                                row.getPeriodKey(),
                                row.getShownCohorts(),
                                row.getFewestRespondents(),
                                row.getComputableGroups())),
                rows(
                        FACT,
                        FACT.RELEASE_NO,
                        row -> new ReleaseFact(
                                row.getSectionId(), row.getFactOrder(), row.getTitle(), row.getContent())));
    }

    static ReleaseHeader header(PublicationRecord row) {
        return new ReleaseHeader(
                row.getReleaseId(),
                row.getStudy(),
                row.getTermId(),
                Optional.ofNullable(row.getWeeksOf()).map(YearMonth::parse),
                row.getAsOf().toInstant(),
                ZoneId.of(row.getZone()),
                row.getThreshold(),
                row.getCoverage(),
                Optional.ofNullable(row.getSimulated()),
                row.getVersion(),
                row.getConfigurationHash(),
                row.getInputHash());
    }

    private ReleasePresentation presentation(PublicationRecord row) {
        return new ReleasePresentation(
                Optional.ofNullable(row.getLanguageTag())
                        .map(Locale::forLanguageTag)
                        .orElse(Locale.UK),
                Optional.ofNullable(row.getPaper())
                        .map(paper -> ReleasePresentation.Paper.valueOf(paper.toUpperCase(Locale.ROOT)))
                        .orElse(ReleasePresentation.Paper.A4),
                Optional.ofNullable(row.getColours())
                        .map(colours ->
                                Pattern.compile(" ").splitAsStream(colours).toList())
                        .orElse(List.of()),
                rows(LOGO, LOGO.RELEASE_NO, logo -> new ReleasePresentation.Logo(logo.getMediaType(), logo.getImage()))
                        .stream()
                        .findFirst(),
                sql.selectFrom(CONTACT)
                        .where(CONTACT.RELEASE_NO.eq(releaseNo))
                        .orderBy(CONTACT.CONTACT_ORDER)
                        .fetch(contact -> new ReleasePresentation.Contact(
                                ReleasePresentation.Purpose.valueOf(
                                        contact.getPurpose().toUpperCase(Locale.ROOT)),
                                contact.getTitle(),
                                contact.getDetails())));
    }

    private <R extends Record, T> List<T> rows(
            Table<R> table, TableField<R, Long> release, RecordMapper<? super R, T> entry) {
        return sql.selectFrom(table).where(release.eq(releaseNo)).fetch(entry);
    }

    private <R extends Record> Map<Integer, List<String>> evidence(
            Table<R> table,
            TableField<R, Long> release,
            TableField<R, Integer> statement,
            TableField<R, Integer> place,
            TableField<R, String> figure) {
        return sql.select(statement, figure)
                .from(table)
                .where(release.eq(releaseNo))
                .orderBy(statement, place)
                .fetchGroups(statement, figure);
    }

    private static ReleasePeriod period(PeriodRecord row) {
        return new ReleasePeriod(
                row.getPeriodKey(),
                row.getPeriodOrder(),
                row.getTermId(),
                Optional.ofNullable(row.getWeek()),
                row.getFirstDay(),
                row.getLastDay());
    }

    private static ReleaseMeasure measure(MeasureRecord row) {
        return new ReleaseMeasure(
                row.getMeasureKey(),
                row.getMeasureOrder(),
                row.getSourceId(),
                row.getTitle(),
                row.getTheme(),
                row.getDirection(),
                row.getUnit(),
                row.getLowestScore(),
                row.getHighestScore(),
                Optional.ofNullable(row.getAtRisk()),
                Optional.ofNullable(row.getAtRiskSource()),
                row.getInstrument(),
                row.getItems(),
                row.getLiterature(),
                Optional.ofNullable(row.getAtRiskCut()),
                Optional.ofNullable(row.getImportantDifference()),
                Optional.ofNullable(row.getImportantDifferenceSource()));
    }

    private static ReleaseFigure figure(FigureRecord row) {
        int decimals = row.getDecimals();
        return new ReleaseFigure(
                row.getFigureId(),
                row.getFigureOrder(),
                row.getKindCode(),
                row.getSourceId(),
                Optional.ofNullable(row.getMeasureKey()),
                row.getPeriodKey(),
                row.getCohortKey(),
                ReleaseFigure.State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                number(row.getShownValue(), decimals),
                number(row.getIntervalLower(), decimals),
                number(row.getIntervalUpper(), decimals),
                number(row.getBandLower(), decimals),
                number(row.getBandUpper(), decimals),
                number(row.getGridStep(), decimals),
                decimals,
                Optional.ofNullable(row.getNote()),
                Optional.ofNullable(row.getTarget())
                        .map(target -> ReleaseFigure.Target.valueOf(target.toUpperCase(Locale.ROOT))));
    }

    private static ReleaseStanding standing(StandingRecord row) {
        int decimals = row.getDecimals();
        return new ReleaseStanding(
                row.getStandingOrder(),
                row.getMeasureKey(),
                row.getCohortKey(),
                row.getGroupsBeside(),
                points(row.getPooledValue(), decimals),
                points(row.getPooledLower(), decimals),
                points(row.getPooledUpper(), decimals),
                decimals,
                points(row.getMargin(), decimals),
                row.getLikelihoodWorse(),
                Optional.ofNullable(row.getRankLower())
                        .map(best -> new ReleaseStanding.Ranks(best, row.getRankUpper())),
                row.getLevelCode());
    }

    private static ReleaseChangeSize changeSize(ChangeSizeRecord row) {
        return new ReleaseChangeSize(
                row.getSizeOrder(),
                row.getKindCode(),
                row.getMeasureKey(),
                row.getCohortKey(),
                size(row.getPoints(), row.getPointsLower(), row.getPointsUpper(), row.getPointsDecimals()),
                Optional.ofNullable(row.getMatters())
                        .map(matters -> new ReleaseChangeSize.Multiple(
                                matters,
                                row.getMattersBasis(),
                                size(
                                        row.getMultiple(),
                                        row.getMultipleLower(),
                                        row.getMultipleUpper(),
                                        row.getMultipleDecimals()))),
                Optional.ofNullable(row.getEffect())
                        .map(effect ->
                                size(effect, row.getEffectLower(), row.getEffectUpper(), row.getEffectDecimals())),
                Optional.ofNullable(row.getWithoutEffect()));
    }

    private static ReleaseChangeSize.Size size(
            BigDecimal value, @Nullable BigDecimal lower, @Nullable BigDecimal upper, int decimals) {
        return new ReleaseChangeSize.Size(
                points(value, decimals), number(lower, decimals), number(upper, decimals), decimals);
    }

    private static ReleaseBand band(AbsoluteBandRecord row) {
        return new ReleaseBand(
                row.getBandOrder(),
                row.getMeasureKey(),
                row.getCohortKey(),
                row.getBand(),
                row.getReference(),
                row.getStep(),
                row.getBasis());
    }

    private static ReleaseControl control(ControlRecord row) {
        int decimals = row.getDecimals();
        return new ReleaseControl(
                row.getControlOrder(),
                row.getMeasureKey(),
                row.getCohortKey(),
                row.getPeriodKey(),
                ReleaseControl.Phase.valueOf(row.getPhase().toUpperCase(Locale.ROOT)),
                points(row.getExpected(), decimals),
                number(row.getLowerLimit(), decimals)
                        .map(lower -> new ReleaseControl.Limits(lower, points(row.getUpperLimit(), decimals))),
                decimals,
                row.getSignals() ? ReleaseControl.Signal.UNUSUAL : ReleaseControl.Signal.USUAL);
    }

    private static ReleaseFunnel funnel(FunnelRecord row) {
        int decimals = row.getDecimals();
        return new ReleaseFunnel(
                row.getFunnelOrder(),
                row.getMeasureKey(),
                row.getGroupingKey(),
                row.getGroupsCompared(),
                points(row.getCentre(), decimals),
                points(row.getDeviation(), decimals),
                points(row.getOverdispersion(), decimals),
                decimals);
    }

    private static ReleaseBenchmark benchmark(BenchmarkRecord row) {
        return new ReleaseBenchmark(
                row.getBenchmarkOrder(),
                row.getMeasureKey(),
                points(row.getMean(), row.getDecimals()),
                row.getDecimals(),
                row.getPopulation(),
                row.getYearMeasured(),
                row.getReportedIn(),
                row.getVerifiedOn());
    }

    private static BigDecimal points(BigDecimal stored, int decimals) {
        return stored.setScale(decimals, RoundingMode.UNNECESSARY);
    }

    private static Optional<BigDecimal> number(@Nullable BigDecimal stored, int decimals) {
        return Optional.ofNullable(stored).map(number -> number.setScale(decimals, RoundingMode.UNNECESSARY));
    }
}
