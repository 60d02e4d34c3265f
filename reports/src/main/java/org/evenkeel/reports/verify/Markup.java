package org.evenkeel.reports.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML in pieces: starts and ends of elements, and texts. Only as much of the language as a page of ours is written in. */
final class Markup {
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([^\\s=\"'<>/]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'=<>`]+)))?");
    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]+);");
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", "\u00A0"),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("minus", "−"),
            Map.entry("hellip", "…"),
            Map.entry("thinsp", "\u2009"),
            Map.entry("times", "×"));

    private Markup() {}

    /**
     * A piece of a page.
     *
     * @param kind what it is
     * @param name the element's name in lower case; empty for texts
     * @param attributes the element's attributes in their order
     * @param text the words of a text
     */
    record Piece(Kind kind, String name, Map<String, String> attributes, String text) {
        /** What a piece is. */
        enum Kind {
            OPEN,
            EMPTY,
            CLOSE,
            TEXT
        }

        static Piece text(String words) {
            return new Piece(Kind.TEXT, "", Map.of(), words);
        }
    }

    static List<Piece> pieces(String page) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < page.length()) {
            int tag = page.indexOf('<', at);
            if (tag < 0 || !startsTag(page, tag)) {
                int end = tag < 0 ? page.length() : tag + 1;
                pieces.add(Piece.text(plain(page.substring(at, end))));
                at = end;
                continue;
            }
            if (tag > at) {
                pieces.add(Piece.text(plain(page.substring(at, tag))));
            }
            at = page.startsWith("<!--", tag) ? after(page, "-->", tag) : tag(page, tag, pieces);
        }
        return pieces;
    }

    private static boolean startsTag(String page, int tag) {
        if (tag + 1 >= page.length()) {
            return false;
        }
        char next = page.charAt(tag + 1);
        return Character.isLetter(next) || next == '/' || next == '!' || next == '?';
    }

    private static int after(String page, String end, int from) {
        int found = page.indexOf(end, from);
        return found < 0 ? page.length() : found + end.length();
    }

    private static int tag(String page, int start, List<Piece> pieces) {
        int end = end(page, start);
        String inside = page.substring(start + 1, Math.max(start + 1, end - 1));
        if (inside.startsWith("!") || inside.startsWith("?")) {
            return end;
        }
        if (inside.startsWith("/")) {
            pieces.add(new Piece(Piece.Kind.CLOSE, name(inside.substring(1)), Map.of(), ""));
            return end;
        }
        String name = name(inside);
        boolean isEmpty = inside.endsWith("/");
        pieces.add(new Piece(
                isEmpty ? Piece.Kind.EMPTY : Piece.Kind.OPEN,
                name,
                attributes(inside.substring(name.length(), inside.length() - (isEmpty ? 1 : 0))),
                ""));
        if (!isEmpty && (name.equals("script") || name.equals("style"))) {
            int close = page.toLowerCase(Locale.ROOT).indexOf("</" + name, end);
            int stop = close < 0 ? page.length() : close;
            if (stop > end) {
                pieces.add(Piece.text(page.substring(end, stop)));
            }
            return stop;
        }
        return end;
    }

    /** Behind the tag's closing bracket; one inside quotes closes nothing. */
    private static int end(String page, int start) {
        char quote = 0;
        for (int i = start; i < page.length(); i++) {
            char letter = page.charAt(i);
            if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '"' || letter == '\'') {
                quote = letter;
            } else if (letter == '>') {
                return i + 1;
            }
        }
        return page.length();
    }

    private static String name(String inside) {
        int end = 0;
        while (end < inside.length() && !Character.isWhitespace(inside.charAt(end)) && inside.charAt(end) != '/') {
            end++;
        }
        return inside.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> attributes(String words) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher found = ATTRIBUTE.matcher(words);
        while (found.find()) {
            String value =
                    found.group(2) != null ? found.group(2) : found.group(3) != null ? found.group(3) : found.group(4);
            attributes.putIfAbsent(found.group(1).toLowerCase(Locale.ROOT), value == null ? "" : plain(value));
        }
        return attributes;
    }

    private static String plain(String words) {
        return ENTITY.matcher(words)
                .replaceAll(entity -> Matcher.quoteReplacement(character(entity.group(1), entity.group())));
    }

    private static String character(String name, String whole) {
        if (!name.startsWith("#")) {
            return ENTITIES.getOrDefault(name, whole);
        }
        boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        return Character.isValidCodePoint(code) ? Character.toString(code) : whole;
    }
}
