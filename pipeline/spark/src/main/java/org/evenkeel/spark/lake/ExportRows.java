package org.evenkeel.spark.lake;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.TaskCompletionListener;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.intake.ExportResponse;
import org.evenkeel.intake.PseudonymKey;
import org.evenkeel.intake.Responses;
import org.evenkeel.spark.table.WeekNumber;
import org.jspecify.annotations.Nullable;

/** Reads one export inside a task: rows come out pseudonymised, and no identifier ever stands in one. */
final class ExportRows implements FlatMapFunction<ExportRows.Numbered, Row> {
    private static final long serialVersionUID = 1L;

    private final ReaderSource readers;
    private final PseudonymKey key;
    private final List<AttributeId> attributes;
    private final List<ItemKey> items;

    ExportRows(ReaderSource readers, PseudonymKey key, List<AttributeId> attributes, List<ItemKey> items) {
        this.readers = readers;
        this.key = key;
        this.attributes = attributes;
        this.items = items;
    }

    /** An export and its place in the batch. */
    record Numbered(int number, Export export) implements java.io.Serializable {}

    @Override
    public Iterator<Row> call(Numbered numbered) {
        Export export = numbered.export();
        Path file = Path.of(export.file());
        if (!Fingerprint.ofFile(file).equals(export.hash())) {
            throw new DataProblem(String.format(
                    "%s: the file changed after it was recognised; its bytes must have the hash %s. Nothing of it was"
                            + " kept; run again.",
                    file, export.hash()));
        }
        Responses responses = readers.get().read(file, export.plan(), key);
        TaskContext task = TaskContext.get();
        if (task != null) {
            task.addTaskCompletionListener((TaskCompletionListener) ended -> responses.close());
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return responses.hasNext();
            }

            @Override
            public Row next() {
                return row(responses.next(), numbered);
            }
        };
    }

    private Row row(ExportResponse response, Numbered numbered) {
        @Nullable Object[] values = new @Nullable Object[10 + attributes.size() + items.size()];
        int at = 0;
        values[at++] = response.respondent();
        values[at++] = response.respondentCheck();
        values[at++] = response.response();
        values[at++] = Timestamp.from(response.submitted());
        values[at++] = WeekNumber.of(response.week());
        values[at++] = numbered.number();
        values[at++] = Timestamp.from(numbered.export().newest());
        values[at++] = response.sheet() == ExportResponse.Sheet.IMPOSSIBLE;
        for (AttributeId attribute : attributes) {
            values[at++] = response.attributes().get(attribute);
        }
        for (ItemKey item : items) {
            values[at++] = response.answers().get(item);
        }
        values[at++] = false;
        values[at] = response.term().value();
        return RowFactory.create(values);
    }
}
