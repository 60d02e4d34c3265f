package org.evenkeel.reports.verify;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.reports.verify.Difference.Kind;
import org.evenkeel.reports.verify.MartFigures.Entry;
import org.evenkeel.sql.release.ReleaseFigure;

/** Holds every figure that a report's model is about to print against the mart, wherever in the model it stands. */
final class ModelCheck {
    private ModelCheck() {}

    static List<Difference> differences(Record report, MartFigures figures) {
        List<Difference> differences = new ArrayList<>();
        readings(
                report,
                reading -> figures.find(reading.id())
                        .filter(entry -> !same(reading, entry.figure()))
                        .ifPresent(entry -> differences.add(difference(reading, entry))));
        return differences;
    }

    private static boolean same(Reading reading, ReleaseFigure figure) {
        return reading.kind().equals(figure.kind())
                && reading.state() == figure.state()
                && same(reading.value(), figure.value())
                && same(reading.lower(), figure.lower())
                && same(reading.upper(), figure.upper())
                && same(reading.bandLower(), figure.bandLower())
                && same(reading.bandUpper(), figure.bandUpper());
    }

    private static boolean same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isPresent() == other.isPresent()
                && (one.isEmpty() || one.orElseThrow().compareTo(other.orElseThrow()) == 0);
    }

    private static Difference difference(Reading reading, Entry entry) {
        return new Difference(
                "the report's model",
                reading.textWithInterval(),
                "",
                List.of(entry.id()),
                List.of(entry.text()),
                Kind.UNEXPLAINED);
    }

    /** Every reading in a record, in whatever it holds. */
    private static void readings(Object held, Consumer<Reading> each) {
        if (held instanceof Reading reading) {
            each.accept(reading);
        } else if (held instanceof Optional<?> optional) {
            optional.ifPresent(inner -> readings(inner, each));
        } else if (held instanceof Collection<?> many) {
            many.forEach(inner -> readings(inner, each));
        } else if (held instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                readings(component(record, component), each);
            }
        }
    }

    private static Object component(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException hidden) {
            return List.of();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
