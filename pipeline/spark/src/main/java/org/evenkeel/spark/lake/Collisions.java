package org.evenkeel.spark.lake;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.intake.RosterEntry;
import org.evenkeel.spark.table.ResponseColumn;
import org.evenkeel.spark.table.TableColumn;
import org.evenkeel.spark.table.WorkColumn;

/** The check that within an id space no two people share one respondent. With 64 bits it fails about once in 10¹¹ schools of a million. */
public final class Collisions {
    private static final List<TableColumn> COLUMNS =
            List.of(ResponseColumn.RESPONDENT, ResponseColumn.RESPONDENT_CHECK);

    private final Lake lake;

    /** The check over this lake. */
    public Collisions(Lake lake) {
        this.lake = lake;
    }

    /**
     * Refuses when two people share a respondent.
     *
     * @param idSpace the id space
     * @param folders all current folders of responses of the sources that share it
     * @param roster the entries of the roster file, where its ids are of this space
     * @throws DataProblem which names how many, and nobody
     */
    public void refuse(String idSpace, List<LakeFolder> folders, List<RosterEntry> roster) {
        List<Row> listed = new ArrayList<>();
        roster.forEach(entry -> listed.add(RowFactory.create(entry.respondent(), entry.respondentCheck())));
        Dataset<Row> pseudonyms = lake.read(folders, COLUMNS)
                .union(lake.session().createDataFrame(listed, TableColumn.schemaOf(COLUMNS)));
        long shared = pseudonyms
                .groupBy(ResponseColumn.RESPONDENT.column())
                .agg(
                        min(ResponseColumn.RESPONDENT_CHECK.column()).as(WorkColumn.LEAST_CHECK.columnName()),
                        max(ResponseColumn.RESPONDENT_CHECK.column()).as(WorkColumn.MOST_CHECK.columnName()))
                .where(WorkColumn.LEAST_CHECK.column().notEqual(WorkColumn.MOST_CHECK.column()))
                .count();
        if (shared > 0) {
            throw new DataProblem(String.format(
                    "id space '%s': %s pseudonyms stand for two people each; none may. Nothing was made of these exports."
                            + " Begin the study again with a new key, which gives everyone a new pseudonym.",
                    idSpace, shared));
        }
    }
}
