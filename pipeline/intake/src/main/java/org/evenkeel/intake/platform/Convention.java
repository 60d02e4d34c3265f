package org.evenkeel.intake.platform;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.evenkeel.intake.table.Row;

/** How a platform says which rows count, when they were submitted and what their ids are. */
public interface Convention {
    /** Whether the platform counts a row. */
    enum Standing {
        COUNTS,
        PREVIEW,
        SPAM,
        UNFINISHED,
        /** The row is about something else than the questions that are read. */
        ELSEWHERE
    }

    /** How far the platform's ids of submissions reach. */
    enum Numbering {
        /** No two submissions of the platform share one. */
        EVERYWHERE,
        /** Every survey counts from 1 again, and a source may take in several surveys. */
        WITHIN_SURVEY
    }

    /**
     * What becomes of the rows once it is known which columns hold answers.
     *
     * @param items the columns that hold answers
     */
    Rules rules(Set<Integer> items);

    /** The reading of rows. */
    interface Rules {
        /** The columns these rules look at. */
        Set<Integer> columns();

        /** Whether the row counts. */
        Standing standing(Row row);

        /** The text of the submission time; blank where there is none. */
        String submitted(Row row);

        /** Columns whose text {@link #submitted} may be, the usual one first. */
        List<Integer> timeColumns();

        /** The platform's own id of the submission; blank where there is none. */
        String response(Row row);

        /** Among which submissions that id is the only one of its kind. */
        Numbering numbering();

        /**
         * What fills in cells that stand only on another row of the same record, in file order.
         *
         * @param shared the columns that belong to the record as a whole
         */
        default UnaryOperator<Row> completion(Set<Integer> shared) {
            return UnaryOperator.identity();
        }
    }
}
