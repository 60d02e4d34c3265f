package org.evenkeel.spark.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.DuplicateRule;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.core.study.Source;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.spark.table.ItemColumn;
import org.evenkeel.spark.table.ResponseColumn;
import org.evenkeel.spark.table.TableColumn;
import org.evenkeel.spark.table.WorkColumn;

/** The responses that count, out of the folders that the ledger names: which row of a submission, which submission of a respondent. */
public final class CurrentResponses {
    private final Lake lake;
    private final List<LakeFolder> folders;

    /**
     * The responses in these folders.
     *
     * @param folders current folders of responses, in the order in which their batches were taken in
     */
    public CurrentResponses(Lake lake, List<LakeFolder> folders) {
        this.lake = lake;
        this.folders = List.copyOf(folders);
        Require.that(
                folders.stream().allMatch(folder -> folder.holds(LakeDataset.RESPONSES)),
                "only folders of %s hold responses",
                LakeDataset.RESPONSES);
    }

    /** Whether the source has any for the term. */
    public boolean has(SourceId source, TermView view) {
        return !of(source, view).isEmpty();
    }

    /**
     * Every submission to the source in the term with these attributes and items, once: the row of the latest batch, and
     * in it of the latest export. A source without ids has as many respondents as submissions.
     */
    public Dataset<Row> submissions(
            Source source, TermView view, Collection<AttributeId> attributes, Collection<ItemKey> items) {
        List<TableColumn> columns = ResponseColumn.laid(attributes, items);
        List<LakeFolder> present = of(source.id(), view);
        Dataset<Row> single = present.size() == 1
                ? until(lake.readTogether(present, columns), view)
                : latestOfEach(lake.together(batches(present, columns, view), present), columns);
        return identified(
                single.where(here()).select(TableColumn.columns(ResponseColumn.stored(attributes, items))), source);
    }

    /**
     * Every submission to the source, once, with the term in which it stands now: what a new export is compared with.
     *
     * @param columns the columns of {@link ResponseColumn#laid} and {@link ResponseColumn#TERM}
     */
    Dataset<Row> ofAllTerms(SourceId source, List<TableColumn> columns) {
        List<LakeFolder> present = folders.stream()
                .filter(folder -> folder.ofSource().equals(Optional.of(source)))
                .toList();
        List<TableColumn> stored = columns.stream()
                .filter(column -> !column.equals(ResponseColumn.TERM))
                .toList();
        List<String> batches =
                present.stream().map(LakeFolder::batch).distinct().sorted().toList();
        Dataset<Row> all = present.stream()
                .map(folder -> lake.read(List.of(folder), stored)
                        .withColumn(ResponseColumn.TERM.columnName(), lit(folder.term()))
                        .withColumn(ResponseColumn.BATCH.columnName(), lit(batches.indexOf(folder.batch()))))
                .reduce(Dataset::unionByName)
                .orElseThrow(() -> new IllegalArgumentException("there are no responses of " + source));
        return latestOfEach(lake.together(all, present), columns).where(here());
    }

    private static Column here() {
        return coalesce(ResponseColumn.GONE.column(), lit(false)).equalTo(lit(false));
    }

    /** Of each respondent the one submission that the source's rule keeps. */
    public static Dataset<Row> counted(Dataset<Row> submissions, Source source, Collection<ItemKey> items) {
        return switch (identification(source)) {
            case UNLINKED -> submissions;
            case IDENTIFIED ->
                submissions
                        .withColumn(
                                WorkColumn.PLACE.columnName(),
                                row_number()
                                        .over(Window.partitionBy(ResponseColumn.RESPONDENT.column())
                                                .orderBy(order(source.duplicates(), items))))
                        .where(WorkColumn.PLACE.column().equalTo(lit(1)))
                        .drop(WorkColumn.PLACE.columnName());
        };
    }

    private enum Identification {
        IDENTIFIED,
        UNLINKED
    }

    private static Identification identification(Source source) {
        return source.respondents() instanceof Respondents.Unlinked
                ? Identification.UNLINKED
                : Identification.IDENTIFIED;
    }

    /**
     * The order that puts the counted submission first. At the same instant the fuller one counts, then the one with the
     * lower answers, then one without an impossible answer: pseudonyms decide only between submissions that say the same, so that the key changes no number.
     */
    private static Column[] order(DuplicateRule rule, Collection<ItemKey> items) {
        Column submitted = ResponseColumn.SUBMITTED.column();
        List<Column> answers = items.stream()
                .sorted()
                .map(item -> new ItemColumn(item).column())
                .toList();
        Column answered = answers.stream()
                .map(answer -> answer.isNotNull().cast("int"))
                .reduce(Column::plus)
                .orElse(lit(0));
        Stream<Column> first = switch (rule) {
            case FIRST -> Stream.of(submitted.asc(), answered.desc());
            case LAST -> Stream.of(submitted.desc(), answered.desc());
            case MOST_COMPLETE -> Stream.of(answered.desc(), submitted.desc());
        };
        return Stream.of(
                        first,
                        answers.stream(),
                        Stream.of(ResponseColumn.IMPOSSIBLE.column(), ResponseColumn.RESPONSE.column()))
                .flatMap(columns -> columns)
                .toArray(Column[]::new);
    }

    private List<LakeFolder> of(SourceId source, TermView view) {
        return folders.stream()
                .filter(folder -> folder.ofSource().equals(Optional.of(source))
                        && folder.ofTerm().equals(view.term()))
                .toList();
    }

    private Dataset<Row> batches(List<LakeFolder> present, List<TableColumn> columns, TermView view) {
        Map<Integer, Dataset<Row>> batches = new LinkedHashMap<>();
        for (int batch = 0; batch < present.size(); batch++) {
            batches.put(
                    batch,
                    until(lake.read(List.of(present.get(batch)), columns), view)
                            .withColumn(ResponseColumn.BATCH.columnName(), lit(batch)));
        }
        List<TableColumn> numbered = new ArrayList<>(columns);
        numbered.add(ResponseColumn.BATCH);
        return batches.values().stream().reduce(Dataset::unionByName).orElseGet(() -> lake.read(List.of(), numbered));
    }

    private static Dataset<Row> latestOfEach(Dataset<Row> batches, List<TableColumn> columns) {
        return batches.withColumn(
                        WorkColumn.PLACE.columnName(),
                        row_number()
                                .over(Window.partitionBy(ResponseColumn.RESPONSE.column())
                                        .orderBy(
                                                ResponseColumn.BATCH.column().desc(),
                                                ResponseColumn.GONE.column().asc_nulls_first(),
                                                ResponseColumn.EXPORT.column().desc())))
                .where(WorkColumn.PLACE.column().equalTo(lit(1)))
                .select(TableColumn.columns(columns));
    }

    private static Dataset<Row> until(Dataset<Row> responses, TermView view) {
        return responses.where(ResponseColumn.SUBMITTED
                .column()
                .leq(lit(view.until()))
                .or(ResponseColumn.GONE.column().equalTo(lit(true))));
    }

    private static Dataset<Row> identified(Dataset<Row> submissions, Source source) {
        return switch (identification(source)) {
            case IDENTIFIED -> submissions;
            case UNLINKED ->
                submissions.withColumn(ResponseColumn.RESPONDENT.columnName(), ResponseColumn.RESPONSE.column());
        };
    }
}
