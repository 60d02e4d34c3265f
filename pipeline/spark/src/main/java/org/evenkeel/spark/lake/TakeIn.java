package org.evenkeel.spark.lake;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.TermId;
import org.evenkeel.intake.Intake;
import org.evenkeel.intake.PseudonymKey;
import org.evenkeel.intake.SourcePlan;
import org.evenkeel.spark.table.ResponseColumn;
import org.evenkeel.spark.table.TableColumn;
import org.evenkeel.spark.table.WorkColumn;

/**
 * Takes exports into the lake: each is read by one task, and responses are laid out by source and term and sorted by
 * respondent. All of a batch is written, or the batch fails and nothing of it is current.
 */
public final class TakeIn {
    private static final long BYTES_OF_ONE_TASK = 16L << 20;

    private final Lake lake;
    private final ReaderSource readers;

    /** Takes exports into this lake with the readers of {@code intake}. */
    public TakeIn(Lake lake) {
        this(lake, Intake::new);
    }

    /** Takes exports into this lake with these readers. */
    public TakeIn(Lake lake, ReaderSource readers) {
        this.lake = lake;
        this.readers = readers;
    }

    /**
     * Reads all of these exports, in the order in which a later one supersedes an earlier, and writes them under the
     * batch's name.
     *
     * @throws org.evenkeel.core.problem.DataProblem when an export cannot be read to its end, or changed on the way
     */
    public TakenIn takeIn(List<Export> exports, PseudonymKey key, BatchName batch) {
        return takeIn(exports, key, batch, List.of());
    }

    /**
     * Reads all of these exports, and writes what they say otherwise than the responses that are there: those that are new,
     * and those that a later export has changed. A response that now stands in another term is marked as gone where it
     * stood.
     *
     * @param current the current folders of responses
     * @throws org.evenkeel.core.problem.DataProblem when an export cannot be read to its end, or changed on the way
     */
    public TakenIn takeIn(List<Export> exports, PseudonymKey key, BatchName batch, List<LakeFolder> current) {
        Map<SourceId, List<ExportRows.Numbered>> bySource = new TreeMap<>();
        for (int number = 0; number < exports.size(); number++) {
            Export export = exports.get(number);
            bySource.computeIfAbsent(export.plan().source(), source -> new ArrayList<>())
                    .add(new ExportRows.Numbered(number, export));
        }
        List<LakeFolder> folders = new ArrayList<>();
        List<TakenIn.Newest> newest = new ArrayList<>();
        Map<String, Long> kept = new TreeMap<>();
        exports.forEach(export -> kept.put(export.hash(), 0L));
        bySource.forEach((source, ofSource) -> {
            SourcePlan plan = ofSource.get(0).export().plan();
            Require.that(
                    ofSource.stream().allMatch(one -> one.export().plan().equals(plan)),
                    "exports of %s must be decoded by one plan",
                    source);
            List<TableColumn> columns = new ArrayList<>(ResponseColumn.laid(attributes(plan), plan.answerKeys()));
            columns.add(ResponseColumn.TERM);
            List<LakeFolder> known = current.stream()
                    .filter(folder -> folder.holds(LakeDataset.RESPONSES)
                            && folder.ofSource().equals(Optional.of(source)))
                    .toList();
            lake.writeByTerm(
                    laidOut(responses(ofSource, plan, key, columns), ofSource, columns, known),
                    LakeDataset.RESPONSES,
                    batch,
                    source.value());
            Map<TermId, Timestamp> latest = new TreeMap<>();
            for (Row counted : counted(batch, source, columns)) {
                TermId term = new TermId(counted.getString(0));
                latest.merge(term, counted.getTimestamp(4), (a, b) -> a.after(b) ? a : b);
                if (!counted.getBoolean(2)) {
                    kept.merge(exports.get(counted.getInt(1)).hash(), counted.getLong(3), Long::sum);
                }
            }
            latest.keySet()
                    .forEach(term -> folders.add(lake.describe(
                            LakeDataset.RESPONSES, source.value(), term.value(), folder(batch, source, term))));
            latest.forEach((term, submitted) -> newest.add(new TakenIn.Newest(source, term, submitted.toInstant())));
        });
        return new TakenIn(folders, newest, kept);
    }

    private Dataset<Row> responses(
            List<ExportRows.Numbered> exports, SourcePlan plan, PseudonymKey key, List<TableColumn> columns) {
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(lake.session().sparkContext());
        return lake.session()
                .createDataFrame(
                        context.parallelize(exports, exports.size())
                                .flatMap(new ExportRows(readers, key, attributes(plan), plan.answerKeys())),
                        TableColumn.schemaOf(columns));
    }

    /**
     * One row per response, those of a respondent together and in order, so that whoever reads them finds them so. What
     * one task has read, one task writes.
     */
    private Dataset<Row> laidOut(
            Dataset<Row> responses,
            List<ExportRows.Numbered> exports,
            List<TableColumn> columns,
            List<LakeFolder> known) {
        boolean few = bytes(exports) <= BYTES_OF_ONE_TASK;
        Dataset<Row> single =
                exports.size() == 1 ? responses : latestOfEach(few ? responses.coalesce(1) : responses, columns);
        Dataset<Row> news = known.isEmpty()
                ? single
                : News.of(
                        single,
                        new CurrentResponses(lake, known)
                                .ofAllTerms(known.get(0).ofSource().orElseThrow(), columns),
                        columns);
        Dataset<Row> placed = few || (exports.size() == 1 && known.isEmpty())
                ? news
                : news.repartition(ResponseColumn.RESPONDENT.column());
        return placed.sortWithinPartitions(
                ResponseColumn.TERM.column(),
                ResponseColumn.RESPONDENT.column(),
                ResponseColumn.SUBMITTED.column(),
                ResponseColumn.RESPONSE.column());
    }

    private static long bytes(List<ExportRows.Numbered> exports) {
        long bytes = 0;
        for (ExportRows.Numbered numbered : exports) {
            try {
                bytes += Files.size(Path.of(numbered.export().file()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return bytes;
    }

    private static Dataset<Row> latestOfEach(Dataset<Row> responses, List<TableColumn> columns) {
        return responses
                .withColumn(
                        WorkColumn.PLACE.columnName(),
                        row_number()
                                .over(Window.partitionBy(ResponseColumn.RESPONSE.column())
                                        .orderBy(ResponseColumn.EXPORT.column().desc())))
                .where(WorkColumn.PLACE.column().equalTo(lit(1)))
                .select(TableColumn.columns(columns));
    }

    private List<Row> counted(BatchName batch, SourceId source, List<TableColumn> columns) {
        return lake.read(
                        List.of(Lake.name(LakeDataset.RESPONSES, batch, source.value())), TableColumn.schemaOf(columns))
                .groupBy(ResponseColumn.TERM.column(), ResponseColumn.EXPORT.column(), ResponseColumn.GONE.column())
                .agg(
                        count(lit(1)).as(WorkColumn.ROWS.columnName()),
                        max(ResponseColumn.SUBMITTED.column()).as(WorkColumn.NEWEST.columnName()))
                .collectAsList();
    }

    private static String folder(BatchName batch, SourceId source, TermId term) {
        return Lake.name(LakeDataset.RESPONSES, batch, source.value()) + "/term=" + term;
    }

    private static List<AttributeId> attributes(SourcePlan plan) {
        return plan.attributes().stream()
                .map(SourcePlan.AttributeColumn::attribute)
                .sorted()
                .toList();
    }
}
