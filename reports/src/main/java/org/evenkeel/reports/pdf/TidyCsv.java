package org.evenkeel.reports.pdf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.reports.model.FigureLine;
import org.evenkeel.reports.model.Reading;

/** The figures of a report as a CSV file, one row a figure. What is withheld has a row without numbers. */
final class TidyCsv {
    private static final String HEAD =
            "release,term,figure,kind,source,measure,measure_title,period,grouping,cohort,cohort_name,state,value,lower,upper,band_lower,band_upper,unit,note,target";

    private TidyCsv() {}

    /** The file, in UTF-8 with line feeds. */
    static byte[] of(List<FigureLine> figures) {
        StringBuilder csv = new StringBuilder(HEAD).append('\n');
        figures.forEach(figure -> csv.append(row(figure)).append('\n'));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String row(FigureLine line) {
        Reading reading = line.reading();
        return String.join(
                ",",
                text(line.release()),
                text(line.term()),
                text(reading.id()),
                text(line.kind()),
                text(line.source()),
                text(line.measure()),
                text(line.measureTitle()),
                text(line.period()),
                text(line.grouping()),
                text(line.cohort()),
                text(line.cohortName()),
                reading.state().name().toLowerCase(Locale.ROOT),
                number(reading.value()),
                number(reading.lower()),
                number(reading.upper()),
                number(reading.bandLower()),
                number(reading.bandUpper()),
                text(reading.unit()),
                text(reading.note().orElse("")),
                text(reading.targetText()));
    }

    private static String number(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse("");
    }

    /** Quoted; a cell that a spreadsheet would take for a formula starts with an apostrophe. */
    private static String text(String words) {
        String safe = !words.isEmpty() && "=+-@\t\r".indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
