package org.evenkeel.reports.verify;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What a report was made as, told by its first bytes. */
enum Edition {
    DOCUMENT,
    WORKBOOK,
    PAGE;

    private static final int HEAD = 1_024;

    /** The edition that bytes are; empty where they are no report of any kind. */
    static Optional<Edition> of(byte[] content) {
        String head = new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1);
        if (head.contains("%PDF-")) {
            return Optional.of(DOCUMENT);
        }
        if (head.startsWith("PK")) {
            return Optional.of(WORKBOOK);
        }
        String words = head.toLowerCase(Locale.ROOT);
        return words.contains("<html") || words.contains("<!doctype html") ? Optional.of(PAGE) : Optional.empty();
    }

    /** The file, opened. */
    ReportFile open(String name, byte[] content) {
        return switch (this) {
            case DOCUMENT -> PdfFile.open(name, content);
            case WORKBOOK -> WorkbookFile.open(name, content);
            case PAGE -> PageFile.open(name, content);
        };
    }
}
