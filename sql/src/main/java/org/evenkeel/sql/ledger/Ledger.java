package org.evenkeel.sql.ledger;

import static org.evenkeel.sql.ledger.generated.tables.Acceptance.ACCEPTANCE;
import static org.evenkeel.sql.ledger.generated.tables.CurrentLake.CURRENT_LAKE;
import static org.evenkeel.sql.ledger.generated.tables.Erasure.ERASURE;
import static org.evenkeel.sql.ledger.generated.tables.Export.EXPORT;
import static org.evenkeel.sql.ledger.generated.tables.ExportRejection.EXPORT_REJECTION;
import static org.evenkeel.sql.ledger.generated.tables.ItemFingerprint.ITEM_FINGERPRINT;
import static org.evenkeel.sql.ledger.generated.tables.LakeFolder.LAKE_FOLDER;
import static org.evenkeel.sql.ledger.generated.tables.LakeVersion.LAKE_VERSION;
import static org.evenkeel.sql.ledger.generated.tables.Run.RUN;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.trueCondition;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenkeel.sql.ledger.generated.tables.records.AcceptanceRecord;
import org.evenkeel.sql.ledger.generated.tables.records.ErasureRecord;
import org.evenkeel.sql.ledger.generated.tables.records.ExportRecord;
import org.evenkeel.sql.ledger.generated.tables.records.ExportRejectionRecord;
import org.evenkeel.sql.ledger.generated.tables.records.ItemFingerprintRecord;
import org.evenkeel.sql.ledger.generated.tables.records.LakeFolderRecord;
import org.evenkeel.sql.ledger.generated.tables.records.RunRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;

/** The keeper of the ledger, within one transaction of the mart. */
public final class Ledger {
    private static final String INTERRUPTED = "The program was stopped before it had finished.";

    private final DSLContext sql;

    /** Keeps the ledger within the transaction that is handed to it. */
    public Ledger(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Writes down that a run begins. Runs that never ended are closed as failed: only one process holds the mart, so they
     * cannot be running any more.
     */
    public Run begin(String command, String version, String configurationHash, Instant now) {
        OffsetDateTime started = atMicros(now);
        sql.update(RUN)
                .set(RUN.STATUS, code(Run.Status.FAILED))
                .set(RUN.ENDED, started)
                .set(RUN.PROBLEM, INTERRUPTED)
                .where(RUN.STATUS.eq(code(Run.Status.RUNNING)))
                .execute();
        long runNo = next(RUN, RUN.RUN_NO);
        RunRecord begun = new RunRecord(
                runNo, command, version, configurationHash, started, null, code(Run.Status.RUNNING), null);
        sql.executeInsert(begun);
        return run(begun);
    }

    /** Writes down that a run has done its work. */
    public void finish(long runNo, Instant ended) {
        end(runNo, ended, Run.Status.DONE, Optional.empty());
    }

    /** Writes down what stopped a run, in a sentence. */
    public void fail(long runNo, Instant ended, String problem) {
        end(runNo, ended, Run.Status.FAILED, Optional.of(problem));
    }

    private void end(long runNo, Instant ended, Run.Status status, Optional<String> problem) {
        int ends = sql.update(RUN)
                .set(RUN.STATUS, code(status))
                .set(RUN.ENDED, atMicros(ended))
                .set(RUN.PROBLEM, problem.map(Ledger::fitting).orElse(null))
                .where(RUN.RUN_NO.eq(runNo))
                .and(RUN.STATUS.eq(code(Run.Status.RUNNING)))
                .execute();
        if (ends != 1) {
            throw new IllegalStateException("Run %d is not running".formatted(runNo));
        }
    }

    /** The run that has not ended, if there is one. */
    public Optional<Run> running() {
        return sql.selectFrom(RUN)
                .where(RUN.STATUS.eq(code(Run.Status.RUNNING)))
                .orderBy(RUN.RUN_NO.desc())
                .limit(1)
                .fetchOptional(Ledger::run);
    }

    /** All runs, the newest first. */
    public List<Run> runs() {
        return sql.selectFrom(RUN).orderBy(RUN.RUN_NO.desc()).fetch(Ledger::run);
    }

    /** Writes down what became of an export; what was known of it before is replaced. */
    public void decide(Export export) {
        Optional<Long> known = sql.select(EXPORT.EXPORT_NO)
                .from(EXPORT)
                .where(isTheOne(export.source(), export.hash()))
                .fetchOptional(EXPORT.EXPORT_NO);
        long exportNo = known.orElseGet(() -> next(EXPORT, EXPORT.EXPORT_NO));
        ExportRecord row = new ExportRecord(
                exportNo,
                export.source(),
                export.hash(),
                export.fileName(),
                export.format(),
                code(export.fate()),
                export.reason().map(Ledger::fitting).orElse(null),
                export.rowsIn(),
                export.rowsKept(),
                export.newest().map(Ledger::atMicros).orElse(null),
                export.runNo(),
                export.checkCommand().orElse(null));
        if (known.isPresent()) {
            sql.deleteFrom(EXPORT_REJECTION)
                    .where(EXPORT_REJECTION.EXPORT_NO.eq(exportNo))
                    .execute();
            sql.executeUpdate(row);
        } else {
            sql.executeInsert(row);
        }
        sql.batchInsert(export.rejections().entrySet().stream()
                        .map(rejection -> new ExportRejectionRecord(exportNo, rejection.getKey(), rejection.getValue()))
                        .toList())
                .execute();
    }

    /** What is known of the file with these bytes in this source. */
    public Optional<Export> export(String source, String hash) {
        return exports(isTheOne(source, hash)).stream().findFirst();
    }

    /** All exports ever met, in the order they were first met. */
    public List<Export> exports() {
        return exports(trueCondition());
    }

    private List<Export> exports(Condition condition) {
        Map<Long, SortedMap<String, Long>> rejections = new TreeMap<>();
        sql.select(EXPORT_REJECTION.EXPORT_NO, EXPORT_REJECTION.REASON, EXPORT_REJECTION.ROWS_REJECTED)
                .from(EXPORT_REJECTION)
                .join(EXPORT)
                .on(EXPORT.EXPORT_NO.eq(EXPORT_REJECTION.EXPORT_NO))
                .where(condition)
                .forEach(rejection -> rejections
                        .computeIfAbsent(rejection.value1(), exportNo -> new TreeMap<>())
                        .put(rejection.value2(), rejection.value3()));
        return sql.selectFrom(EXPORT)
                .where(condition)
                .orderBy(EXPORT.EXPORT_NO)
                .fetch(row -> export(row, rejections.getOrDefault(row.getExportNo(), new TreeMap<>())));
    }

    private static Condition isTheOne(String source, String hash) {
        return EXPORT.SOURCE_ID.eq(source).and(EXPORT.HASH.eq(hash));
    }

    /** Writes down that somebody took a quarantined export deliberately. */
    public void accept(Acceptance acceptance) {
        sql.executeInsert(new AcceptanceRecord(
                next(ACCEPTANCE, ACCEPTANCE.ACCEPTANCE_NO),
                acceptance.source(),
                acceptance.hash(),
                acceptance.by(),
                atMicros(acceptance.accepted()),
                acceptance.runNo()));
    }

    /** Everything that was ever taken deliberately, in order. */
    public List<Acceptance> acceptances() {
        return sql.selectFrom(ACCEPTANCE)
                .orderBy(ACCEPTANCE.ACCEPTANCE_NO)
                .fetch(row -> new Acceptance(
                        row.getSourceId(),
                        row.getHash(),
                        row.getAcceptedBy(),
                        row.getAccepted().toInstant(),
                        row.getRunNo()));
    }

    /** How the exports of a source have asked their items so far, platform by platform. */
    public List<ItemFingerprint> fingerprints(String source) {
        return sql.selectFrom(ITEM_FINGERPRINT)
                .where(ITEM_FINGERPRINT.SOURCE_ID.eq(source))
                .orderBy(ITEM_FINGERPRINT.PLATFORM, ITEM_FINGERPRINT.ITEM_ID)
                .fetch(row -> new ItemFingerprint(
                        row.getSourceId(),
                        row.getPlatform(),
                        row.getItemId(),
                        row.getColumnName(),
                        row.getWording(),
                        row.getLowest(),
                        row.getHighest(),
                        codes(row.getCodes()),
                        row.getTexts(),
                        row.getUnreadable()));
    }

    /** Writes down how a source's exports from a platform ask their items; what was known of it before is replaced. */
    public void fingerprint(long runNo, String source, String platform, List<ItemFingerprint> items) {
        sql.deleteFrom(ITEM_FINGERPRINT)
                .where(ITEM_FINGERPRINT.SOURCE_ID.eq(source))
                .and(ITEM_FINGERPRINT.PLATFORM.eq(platform))
                .execute();
        sql.batchInsert(items.stream()
                        .map(item -> new ItemFingerprintRecord(
                                source,
                                platform,
                                item.item(),
                                item.column(),
                                item.wording(),
                                item.lowest(),
                                item.highest(),
                                text(item.codes()),
                                item.texts(),
                                item.unreadable(),
                                runNo))
                        .toList())
                .execute();
    }

    private static String text(SortedMap<Long, Long> codes) {
        return codes.entrySet().stream()
                .map(code -> code.getKey() + "=" + code.getValue())
                .collect(Collectors.joining(" "));
    }

    private static SortedMap<Long, Long> codes(String text) {
        SortedMap<Long, Long> codes = new TreeMap<>();
        for (String code : text.isEmpty() ? List.<String>of() : List.of(text.split(" ", -1))) {
            int equals = code.indexOf('=');
            codes.put(Long.parseLong(code.substring(0, equals)), Long.parseLong(code.substring(equals + 1)));
        }
        return codes;
    }

    /** Writes down that rows went; the files that held them are still to be deleted. */
    public Erasure erase(
            long runNo, Instant now, Erasure.Cause cause, long respondents, long rows, Optional<Instant> before) {
        long erasureNo = next(ERASURE, ERASURE.ERASURE_NO);
        sql.executeInsert(new ErasureRecord(
                erasureNo,
                code(cause),
                respondents,
                rows,
                before.map(Ledger::atMicros).orElse(null),
                atMicros(now),
                null,
                runNo));
        return new Erasure(
                erasureNo,
                cause,
                respondents,
                rows,
                before,
                now.truncatedTo(ChronoUnit.MICROS),
                Optional.empty(),
                runNo);
    }

    /** Writes down that no file holds a row any more that was erased so far. */
    public void swept(Instant now) {
        sql.update(ERASURE)
                .set(ERASURE.SWEPT, atMicros(now))
                .where(ERASURE.SWEPT.isNull())
                .execute();
    }

    /** All erasures, in order. */
    public List<Erasure> erasures() {
        return sql.selectFrom(ERASURE)
                .orderBy(ERASURE.ERASURE_NO)
                .fetch(row -> new Erasure(
                        row.getErasureNo(),
                        Erasure.Cause.valueOf(row.getCause().toUpperCase(Locale.ROOT)),
                        row.getRespondents(),
                        row.getRowsGone(),
                        Optional.ofNullable(row.getBeforeDay()).map(OffsetDateTime::toInstant),
                        row.getCommitted().toInstant(),
                        Optional.ofNullable(row.getSwept()).map(OffsetDateTime::toInstant),
                        row.getRunNo()));
    }

    /** Makes these folders the lake. They become current when the transaction commits, all of them or none. */
    public LakeVersion commitLake(long runNo, Instant now, List<LakeFolder> folders) {
        long versionNo = next(LAKE_VERSION, LAKE_VERSION.VERSION_NO);
        sql.insertInto(LAKE_VERSION)
                .columns(LAKE_VERSION.VERSION_NO, LAKE_VERSION.RUN_NO, LAKE_VERSION.COMMITTED)
                .values(versionNo, runNo, atMicros(now))
                .execute();
        LakeVersion version = new LakeVersion(versionNo, runNo, now.truncatedTo(ChronoUnit.MICROS), folders);
        sql.batchInsert(version.folders().stream()
                        .map(folder -> row(versionNo, folder))
                        .toList())
                .execute();
        sql.deleteFrom(CURRENT_LAKE).execute();
        sql.insertInto(CURRENT_LAKE)
                .columns(CURRENT_LAKE.ONLY_ROW, CURRENT_LAKE.VERSION_NO)
                .values(1, versionNo)
                .execute();
        return version;
    }

    /** What the lake consists of now; absent before anything was taken in. */
    public Optional<LakeVersion> currentLake() {
        return sql.select(LAKE_VERSION.VERSION_NO, LAKE_VERSION.RUN_NO, LAKE_VERSION.COMMITTED)
                .from(CURRENT_LAKE)
                .join(LAKE_VERSION)
                .on(LAKE_VERSION.VERSION_NO.eq(CURRENT_LAKE.VERSION_NO))
                .fetchOptional(version -> new LakeVersion(
                        version.value1(), version.value2(), version.value3().toInstant(), folders(version.value1())));
    }

    private List<LakeFolder> folders(long versionNo) {
        return sql.selectFrom(LAKE_FOLDER)
                .where(LAKE_FOLDER.VERSION_NO.eq(versionNo))
                .fetch(Ledger::folder);
    }

    private long next(Table<?> table, TableField<? extends Record, Long> number) {
        return sql.select(max(number))
                .from(table)
                .fetchOptional()
                .map(highest -> Optional.ofNullable(highest.value1()).orElse(0L) + 1)
                .orElse(1L);
    }

    private static Run run(RunRecord row) {
        return new Run(
                row.getRunNo(),
                row.getCommand(),
                row.getVersion(),
                row.getConfigurationHash(),
                row.getStarted().toInstant(),
                Optional.ofNullable(row.getEnded()).map(OffsetDateTime::toInstant),
                Run.Status.valueOf(row.getStatus().toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getProblem()));
    }

    private static Export export(ExportRecord row, SortedMap<String, Long> rejections) {
        return new Export(
                row.getSourceId(),
                row.getHash(),
                row.getFileName(),
                row.getFormat(),
                Export.Fate.valueOf(row.getFate().toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getReason()),
                row.getRowsIn(),
                row.getRowsKept(),
                rejections,
                Optional.ofNullable(row.getNewest()).map(OffsetDateTime::toInstant),
                row.getRunNo(),
                Optional.ofNullable(row.getCheckCommand()));
    }

    private static LakeFolderRecord row(long versionNo, LakeFolder folder) {
        return new LakeFolderRecord(
                versionNo,
                folder.folder(),
                folder.dataset(),
                folder.source().orElse(null),
                folder.term().orElse(null),
                folder.rows(),
                folder.fingerprint());
    }

    private static LakeFolder folder(LakeFolderRecord row) {
        return new LakeFolder(
                row.getFolder(),
                row.getDataset(),
                Optional.ofNullable(row.getSourceId()),
                Optional.ofNullable(row.getTermId()),
                row.getRowCount(),
                row.getFingerprint());
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static OffsetDateTime atMicros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** A sentence longer than its column would lose the run it explains. */
    private static String fitting(String sentence) {
        int longest = RUN.PROBLEM.getDataType().length();
        return sentence.length() <= longest ? sentence : sentence.substring(0, longest - 1) + "…";
    }
}
