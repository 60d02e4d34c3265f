package org.evenkeel.intake.platform;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.intake.table.Row;

/** Header cells as people read them, and how wide a header is. */
final class Headers {
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,2000}>");
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("nbsp", " "),
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("rsquo", "\u2019"),
            Map.entry("lsquo", "\u2018"),
            Map.entry("rdquo", "\u201d"),
            Map.entry("ldquo", "\u201c"),
            Map.entry("ndash", "\u2013"),
            Map.entry("mdash", "\u2014"),
            Map.entry("hellip", "\u2026"));

    private Headers() {}

    /** The text without the HTML that survey editors leave in it. */
    static String plain(String text) {
        String bare = text.indexOf('<') < 0 ? text : TAG.matcher(text).replaceAll(" ");
        return Column.tidy(
                bare.indexOf('&') < 0
                        ? bare
                        : ENTITY.matcher(bare)
                                .replaceAll(found -> Matcher.quoteReplacement(character(found.group(1)))));
    }

    /** How many columns the header rows have: a merged cell may make the first of them shorter. */
    static int width(List<Row> head, int headerRows) {
        return head.stream().limit(headerRows).mapToInt(Row::cells).max().orElse(0);
    }

    private static String character(String entity) {
        if (!entity.startsWith("#")) {
            return NAMED.getOrDefault(entity, "&" + entity + ";");
        }
        boolean hex = entity.charAt(1) == 'x' || entity.charAt(1) == 'X';
        int point = Integer.parseInt(entity.substring(hex ? 2 : 1), hex ? 16 : 10);
        return point > 0 && Character.isValidCodePoint(point) ? Character.toString(point) : "";
    }
}
