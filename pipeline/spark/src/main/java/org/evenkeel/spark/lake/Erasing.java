package org.evenkeel.spark.lake;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.spark.table.ResponseColumn;
import org.evenkeel.spark.table.ScoreColumn;
import org.evenkeel.spark.table.TableColumn;
import org.evenkeel.spark.table.WorkColumn;

/**
 * Writes the lake's folders without some of their rows. What it leaves untouched it only looks through by one column; the
 * folders it replaces are still there until they are swept away.
 */
public final class Erasing {
    private final Lake lake;

    /** An erasing in this lake, which protects what is current. */
    public Erasing(Lake lake) {
        this.lake = lake;
    }

    /**
     * Respondents of one profile who were in a term's scores and are so no more: a number, and nobody.
     *
     * @param source the source
     * @param term the term
     * @param profile the number of the profile in the term
     * @param respondents how many
     */
    public record Gone(String source, String term, int profile, long respondents) {}

    /**
     * What an erasing came to.
     *
     * @param replaced the folders that held rows that are gone
     * @param written what stands in their place
     * @param rows how many rows are gone
     * @param gone how many respondents of each profile are gone from a term's scores
     */
    public record Erased(List<LakeFolder> replaced, List<LakeFolder> written, long rows, List<Gone> gone) {
        /** An erasing that found nothing. */
        public static final Erased NOTHING = new Erased(List.of(), List.of(), 0, List.of());

        public Erased {
            replaced = List.copyOf(replaced);
            written = List.copyOf(written);
            gone = List.copyOf(gone);
        }

        /** The folders of the lake once these rows are gone. */
        public List<LakeFolder> without(List<LakeFolder> current) {
            List<LakeFolder> left = new ArrayList<>(current);
            left.removeAll(replaced);
            left.addAll(written);
            return left;
        }
    }

    /**
     * Takes respondents out of responses and scores.
     *
     * @param current the current folders
     * @param people by source, the pseudonyms of its respondents that go
     * @param batch the name of what is written
     */
    public Erased respondents(List<LakeFolder> current, Map<SourceId, List<Long>> people, BatchName batch) {
        Work work = new Work(batch);
        people.forEach((source, respondents) -> {
            Dataset<Row> gone = broadcast(lake.session()
                    .createDataFrame(
                            respondents.stream()
                                    .distinct()
                                    .map(respondent -> RowFactory.create(respondent))
                                    .toList(),
                            TableColumn.schemaOf(ResponseColumn.RESPONDENT)));
            for (LakeDataset dataset : List.of(LakeDataset.RESPONSES, LakeDataset.SCORES)) {
                List<LakeFolder> folders = of(current, dataset, source);
                Map<String, Long> hit = hit(folders, gone);
                folders.stream()
                        .filter(folder -> hit.containsKey(folder.folder()))
                        .forEach(folder -> {
                            Dataset<Row> all = lake.readAsWritten(folder);
                            if (dataset == LakeDataset.SCORES) {
                                work.gone(folder, all, gone);
                            }
                            work.replace(
                                    folder,
                                    all.join(
                                            gone,
                                            ResponseColumn.RESPONDENT
                                                    .of(all)
                                                    .equalTo(ResponseColumn.RESPONDENT.of(gone)),
                                            "left_anti"));
                        });
            }
        });
        return work.outcome();
    }

    /**
     * Takes everything away that was submitted before an instant, and the scores of terms that began before it.
     *
     * @param current the current folders
     * @param before the instant
     * @param begins when each term began
     * @param batch the name of what is written
     */
    public Erased before(List<LakeFolder> current, Instant before, Map<String, Instant> begins, BatchName batch) {
        Work work = new Work(batch);
        List<LakeFolder> old = current.stream()
                .filter(folder -> begins.getOrDefault(folder.term(), before).isBefore(before))
                .toList();
        old.stream().filter(folder -> folder.holds(LakeDataset.SCORES)).forEach(work::drop);
        old.stream().filter(folder -> folder.holds(LakeDataset.RESPONSES)).forEach(folder -> {
            Dataset<Row> all = lake.readAsWritten(folder);
            Column tooOld = ResponseColumn.SUBMITTED.column().lt(lit(before));
            if (!all.where(tooOld).isEmpty()) {
                work.replace(folder, all.where(not(tooOld)));
            }
        });
        return work.outcome();
    }

    private static List<LakeFolder> of(Collection<LakeFolder> current, LakeDataset dataset, SourceId source) {
        return current.stream()
                .filter(folder -> folder.holds(dataset) && folder.source().equals(source.value()))
                .toList();
    }

    /** By folder, how many of its rows are of these respondents. */
    private Map<String, Long> hit(List<LakeFolder> folders, Dataset<Row> gone) {
        if (folders.isEmpty()) {
            return Map.of();
        }
        Dataset<Row> all = lake.read(folders, List.of(ResponseColumn.RESPONDENT))
                .withColumn(WorkColumn.FILE.columnName(), input_file_name());
        Map<String, Long> hit = new TreeMap<>();
        for (Row row : all.join(
                        gone,
                        ResponseColumn.RESPONDENT.of(all).equalTo(ResponseColumn.RESPONDENT.of(gone)),
                        "left_semi")
                .groupBy(WorkColumn.FILE.column())
                .agg(count(lit(1)).as(WorkColumn.ROWS.columnName()))
                .collectAsList()) {
            String file = row.getString(0);
            folders.stream()
                    .filter(folder -> file.contains("/" + folder.folder() + "/"))
                    .forEach(folder -> hit.merge(folder.folder(), row.getLong(1), Long::sum));
        }
        return hit;
    }

    /** What has been replaced so far. */
    private final class Work {
        private final BatchName batch;
        private final List<LakeFolder> replaced = new ArrayList<>();
        private final List<LakeFolder> written = new ArrayList<>();
        private final List<Gone> gone = new ArrayList<>();
        private long rows;

        Work(BatchName batch) {
            this.batch = batch;
        }

        void drop(LakeFolder folder) {
            replaced.add(folder);
            rows += folder.rows();
        }

        void replace(LakeFolder folder, Dataset<Row> left) {
            LakeFolder rewritten = lake.rewrite(folder, left, batch);
            replaced.add(folder);
            if (rewritten.rows() > 0) {
                written.add(rewritten);
            }
            rows += folder.rows() - rewritten.rows();
        }

        void gone(LakeFolder folder, Dataset<Row> scores, Dataset<Row> respondents) {
            scores.where(ScoreColumn.WEEK.column().isNull())
                    .join(
                            respondents,
                            ScoreColumn.RESPONDENT.of(scores).equalTo(ResponseColumn.RESPONDENT.of(respondents)),
                            "left_semi")
                    .groupBy(ScoreColumn.PROFILE.column())
                    .agg(count(lit(1)).as(WorkColumn.ROWS.columnName()))
                    .orderBy(ScoreColumn.PROFILE.column())
                    .collectAsList()
                    .forEach(row -> gone.add(new Gone(folder.source(), folder.term(), row.getInt(0), row.getLong(1))));
        }

        Erased outcome() {
            return new Erased(replaced, written, rows, gone);
        }
    }
}
