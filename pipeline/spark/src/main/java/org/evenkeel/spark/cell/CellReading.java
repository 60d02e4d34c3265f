package org.evenkeel.spark.cell;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.study.Source;
import org.evenkeel.spark.lake.BatchName;
import org.evenkeel.spark.lake.CurrentResponses;
import org.evenkeel.spark.lake.Lake;
import org.evenkeel.spark.lake.LakeDataset;
import org.evenkeel.spark.lake.LakeFolder;
import org.evenkeel.spark.lake.TermView;
import org.evenkeel.spark.score.Scoring;
import org.evenkeel.spark.score.SourceScales;
import org.evenkeel.spark.table.AnsweredColumn;
import org.evenkeel.spark.table.CellColumn;
import org.evenkeel.spark.table.ItemColumn;
import org.evenkeel.spark.table.ResponseColumn;
import org.evenkeel.spark.table.ScoreColumn;
import org.evenkeel.spark.table.TableColumn;
import org.evenkeel.spark.table.UnitsColumn;
import org.evenkeel.spark.table.WorkColumn;

/**
 * Makes the cells of a term: responses become one value per respondent, period and scale, written as scores, and scores
 * are added up by profile. Responses are read once per source.
 */
public final class CellReading {
    private final Lake lake;

    /** A reading that writes its scores into this lake. */
    public CellReading(Lake lake) {
        this.lake = lake;
    }

    /** The cells of these sources in the term; a source that nobody answered in the term has none. */
    public TermCells term(
            TermView view,
            List<SourceScales> sources,
            CurrentResponses responses,
            TermProfiles profiles,
            BatchName batch) {
        List<CellRow> parts = new ArrayList<>();
        List<LakeFolder> folders = new ArrayList<>();
        for (SourceScales source : sources) {
            Dataset<Row> numbers = profiles.numbers().get(source.source().id());
            if (numbers != null) {
                Dataset<Row> values = withProfiles(values(source, view, responses), numbers, source);
                LakeFolder scores = lake.write(
                        values,
                        LakeDataset.SCORES,
                        batch,
                        source.source().id().value(),
                        view.term().value());
                folders.add(scores);
                parts.addAll(parts(source, view, scores));
            }
        }
        return new TermCells(CellRows.cells(parts), folders);
    }

    private static Dataset<Row> values(SourceScales source, TermView view, CurrentResponses responses) {
        Source asked = source.source();
        Dataset<Row> submissions = responses.submissions(asked, view, List.of(), source.items());
        return switch (asked.rhythm()) {
            case SURVEY -> surveyValues(source, CurrentResponses.counted(submissions, asked, source.items()));
            case CHECK_IN -> checkInValues(source, submissions);
        };
    }

    /** The scores of the one response that counts. */
    private static Dataset<Row> surveyValues(SourceScales source, Dataset<Row> counted) {
        List<Column> columns = new ArrayList<>(List.of(
                ResponseColumn.RESPONDENT.column(),
                lit(null).cast(ScoreColumn.WEEK.type()).as(ScoreColumn.WEEK.columnName()),
                ResponseColumn.SUBMITTED.column().as(ScoreColumn.SUBMITTED.columnName()),
                ResponseColumn.IMPOSSIBLE.column().as(ScoreColumn.IMPOSSIBLE.columnName())));
        for (Scale scale : source.scales()) {
            columns.add(scored(source, scale).as(units(scale).columnName()));
            columns.add((source.scoredWhileReading(scale)
                            ? lit(null).cast(answered(scale).type())
                            : Scoring.answered(scale))
                    .as(answered(scale).columnName()));
        }
        source.keptItems().forEach(item -> columns.add(new ItemColumn(item).column()));
        return counted.select(columns.toArray(Column[]::new));
    }

    /** The mean of a respondent's scores, over each week and over the term. */
    private static Dataset<Row> checkInValues(SourceScales source, Dataset<Row> submissions) {
        List<Column> scored =
                new ArrayList<>(List.of(ResponseColumn.RESPONDENT.column(), ResponseColumn.WEEK.column()));
        List<Column> weekly = new ArrayList<>();
        List<Column> summed = new ArrayList<>();
        List<Column> means = new ArrayList<>(List.of(
                ResponseColumn.RESPONDENT.column(),
                WorkColumn.PERIOD.column().as(ScoreColumn.WEEK.columnName()),
                lit(null).cast(ScoreColumn.SUBMITTED.type()).as(ScoreColumn.SUBMITTED.columnName()),
                lit(false).as(ScoreColumn.IMPOSSIBLE.columnName())));
        for (Scale scale : source.scales()) {
            Column units = units(scale).column();
            Column answered = answered(scale).column();
            scored.add(scored(source, scale).as(units(scale).columnName()));
            weekly.add(sum(units).as(units(scale).columnName()));
            weekly.add(count(units).as(answered(scale).columnName()));
            summed.add(sum(units).as(units(scale).columnName()));
            summed.add(sum(answered).as(answered(scale).columnName()));
            means.add(Scoring.meanUnits(units, answered).as(units(scale).columnName()));
            means.add(answered.cast(answered(scale).type()).as(answered(scale).columnName()));
        }
        return grouped(
                        grouped(
                                        submissions.select(scored.toArray(Column[]::new)),
                                        List.of(ResponseColumn.RESPONDENT, ResponseColumn.WEEK),
                                        weekly)
                                .withColumn(
                                        WorkColumn.PERIOD.columnName(),
                                        explode(array(
                                                ResponseColumn.WEEK.column(),
                                                lit(null).cast(WorkColumn.PERIOD.type())))),
                        List.of(ResponseColumn.RESPONDENT, WorkColumn.PERIOD),
                        summed)
                .select(means.toArray(Column[]::new));
    }

    private static Dataset<Row> grouped(Dataset<Row> rows, List<? extends TableColumn> by, List<Column> sums) {
        return rows.groupBy(TableColumn.columns(by))
                .agg(sums.get(0), sums.stream().skip(1).toArray(Column[]::new));
    }

    private static Dataset<Row> withProfiles(Dataset<Row> values, Dataset<Row> numbers, SourceScales source) {
        List<Column> columns = new ArrayList<>();
        for (TableColumn column :
                ScoreColumn.stored(source.scales().stream().map(Scale::id).toList(), source.keptItems())) {
            columns.add(column.equals(ScoreColumn.PROFILE) ? column.of(numbers) : column.of(values));
        }
        return values.join(numbers, ScoreColumn.RESPONDENT.of(values).equalTo(ScoreColumn.RESPONDENT.of(numbers)))
                .select(columns.toArray(Column[]::new))
                .sortWithinPartitions(ScoreColumn.RESPONDENT.column(), ScoreColumn.WEEK.column());
    }

    private List<CellRow> parts(SourceScales source, TermView view, LakeFolder scores) {
        List<TableColumn> stored =
                ScoreColumn.stored(source.scales().stream().map(Scale::id).toList(), source.keptItems());
        List<Measured> measured = new ArrayList<>();
        List<Column> columns = new ArrayList<>(List.of(
                ScoreColumn.PROFILE.column(),
                ScoreColumn.WEEK.column(),
                new FirstHalf(lake).early(source.source(), scores)));
        List<Column> marks = new ArrayList<>();
        List<Column> points = new ArrayList<>();
        for (Scale scale : source.scales()) {
            Measured added = source.scoredWhileReading(scale)
                    ? Measured.withoutItems(scale, source.source().rhythm())
                    : Measured.of(scale, source.source().rhythm());
            measured.add(added);
            columns.add(units(scale).column());
            Column impossible = ScoreColumn.IMPOSSIBLE.column();
            marks.add(added.items() > 0 ? Scoring.marked(scale).or(impossible) : impossible);
            if (added.items() > 0) {
                scale.items().forEach(item -> points.add(Scoring.points(scale, item)));
            }
        }
        columns.addAll(marks);
        columns.addAll(points);
        CellFold fold = new CellFold(source.source().id().value(), view.term(), measured);
        return lake
                .read(List.of(scores), stored)
                .select(columns.toArray(Column[]::new))
                .mapPartitions(fold, Encoders.row(CellColumn.schema()))
                .collectAsList()
                .stream()
                .map(CellRow::of)
                .toList();
    }

    private static Column scored(SourceScales source, Scale scale) {
        return source.scoredWhileReading(scale) ? Scoring.read(scale) : Scoring.units(scale);
    }

    private static UnitsColumn units(Scale scale) {
        return new UnitsColumn(scale.id());
    }

    private static AnsweredColumn answered(Scale scale) {
        return new AnsweredColumn(scale.id());
    }
}
