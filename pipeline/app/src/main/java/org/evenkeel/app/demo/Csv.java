package org.evenkeel.app.demo;

import java.io.IOException;
import java.util.List;

/** Writes records of cells the way one survey platform does. */
final class Csv {
    /** Which cells stand in quotes. */
    enum Quoting {
        /** Every cell. */
        ALL,
        /** Cells that could be misread otherwise. */
        NEEDED,
        /** Those, and cells with a space or tab, as PHP's own writer does. */
        SPACES
    }

    private final Appendable out;
    private final char separator;
    private final Quoting quoting;
    private final String end;

    Csv(Appendable out, char separator, Quoting quoting, String end) {
        this.out = out;
        this.separator = separator;
        this.quoting = quoting;
        this.end = end;
    }

    /** Writes one record. */
    void record(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.append(separator);
            }
            cell(cells.get(i));
        }
        out.append(end);
    }

    private void cell(String text) throws IOException {
        if (quoted(text)) {
            out.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            out.append(text);
        }
    }

    private boolean quoted(String text) {
        if (quoting == Quoting.ALL) {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean special = c == separator || c == '"' || c == '\n' || c == '\r';
            boolean space = quoting == Quoting.SPACES && (c == ' ' || c == '\t');
            if (special || space) {
                return true;
            }
        }
        return false;
    }
}
