package org.evenkeel.reports.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A workbook in which one digit can be altered. */
final class AlteredWorkbook {
    /** Where a digit can stand. */
    enum Place {
        CELL("xl/worksheets/sheet\\d+\\.xml", "<v>([^<]*)</v>", "t=\"s\""),
        DATA_CELL("xl/worksheets/sheet\\d+\\.xml", "<v>([^<]*)</v>", "t=\"s\""),
        SHARED_WORDS("xl/sharedStrings\\.xml", "<t[^>]*>([^<]*)</t>", "\u0000"),
        CHART_CACHE("xl/charts/chart\\d+\\.xml", "<c:v>([^<]*)</c:v>", "\u0000"),
        ERROR_BAR("xl/charts/chart\\d+\\.xml", "<c:v>([^<]*)</c:v>", "\u0000"),
        CHART_WORDS("xl/charts/chart\\d+\\.xml", "<a:t>([^<]*)</a:t>", "\u0000"),
        ALTERNATIVE("xl/drawings/drawing\\d+\\.xml", "descr=\"([^\"]*)\"", "\u0000");

        private final Pattern part;
        private final Pattern text;
        private final String unlessBefore;

        Place(String part, String text, String unlessBefore) {
            this.part = Pattern.compile(part);
            this.text = Pattern.compile(text);
            this.unlessBefore = unlessBefore;
        }
    }

    /** What a chart's number stands in. */
    private static final String SURROUNDINGS = "(</?c:errBars>|<c:strCache>|<c:numCache>)";

    /** A digit: its part and place in it. */
    record Site(String part, int at) {}

    private AlteredWorkbook() {}

    static Map<String, byte[]> parts(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    /** Every digit of a place. */
    static List<Site> sites(Map<String, byte[]> parts, Place place) {
        List<Site> sites = new ArrayList<>();
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            if (!place.part.matcher(part.getKey()).matches()) {
                continue;
            }
            // One letter a byte, so that places in the words are places in the part.
            String words = new String(part.getValue(), StandardCharsets.ISO_8859_1);
            // The sheet of other thresholds is a table, too, but of formulas.
            boolean isData = words.contains("<tableParts") && !words.contains("<f>");
            if ((place == Place.DATA_CELL && !isData) || (place == Place.CELL && isData)) {
                continue;
            }
            Matcher piece =
                    Pattern.compile(SURROUNDINGS + "|" + place.text.pattern()).matcher(words);
            boolean inBar = false;
            boolean inWords = false;
            while (piece.find()) {
                if (piece.group(1) != null) {
                    inBar = piece.group(1).equals("<c:errBars>")
                            || (inBar && !piece.group(1).startsWith("</"));
                    inWords = piece.group(1).equals("<c:strCache>");
                    continue;
                }
                String before = words.substring(Math.max(0, piece.start() - 60), piece.start());
                boolean wrong =
                        before.substring(Math.max(0, before.lastIndexOf("<c "))).contains(place.unlessBefore)
                                || (place == Place.ERROR_BAR && !inBar)
                                || (place == Place.CHART_CACHE && (inBar || inWords));
                for (int at = piece.start(2); at < piece.end(2) && !wrong; at++) {
                    if (Character.isDigit(words.charAt(at)) && !inEntity(words, at)) {
                        sites.add(new Site(part.getKey(), at));
                    }
                }
            }
        }
        return sites;
    }

    private static boolean inEntity(String words, int at) {
        String before = words.substring(Math.max(0, at - 7), at);
        int start = before.lastIndexOf('&');
        return start >= 0 && before.substring(start).matches("&#x?[0-9a-fA-F]*");
    }

    static byte[] altered(Map<String, byte[]> parts, Site site, int by) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                byte[] content = part.getValue();
                if (part.getKey().equals(site.part())) {
                    content = content.clone();
                    content[site.at()] = (byte) ('0' + (content[site.at()] - '0' + by) % 10);
                }
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(content);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
