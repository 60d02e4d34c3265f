package org.evenkeel.reports.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words that cells of a workbook share: each stands once in a part of its own, and cells name its number there. */
final class SharedWords {
    /** Where they stand. */
    static final String PART = "xl/sharedStrings.xml";

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private int named;

    /** The number of these words, for one more cell. */
    int number(String words) {
        named++;
        return numbers.computeIfAbsent(words, each -> numbers.size());
    }

    /** Writes the part. */
    void fill(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sst count=\"")
                .append(Integer.toString(named))
                .append("\" uniqueCount=\"")
                .append(Integer.toString(numbers.size()))
                .append("\" xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        for (String words : numbers.keySet()) {
            StringBuilder text = new StringBuilder("<si>");
            RowXml.text(words, text);
            writer.append(text.append("</si>"));
        }
        writer.append("</sst>");
        writer.flush();
    }
}
