package org.evenkeel.reports.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.reports.verify.Markup.Piece;
import org.evenkeel.reports.verify.Passage.Role;
import org.evenkeel.reports.verify.VerifyProblem.Cause;

/**
 * A report as web page: every text, every attribute, and the data it keeps for its script. What stands in an element with {@code data-figure}
 * speaks of those figures.
 */
final class PageFile implements ReportFile {
    private static final String FIGURE = "data-figure";

    /** Elements without an end. */
    private static final Set<String> EMPTY = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    /** Attributes that are read out, or hold data: numbers in them are numbers of the page. */
    private static final Set<String> READ =
            Set.of("alt", "title", "aria-label", "aria-description", "value", "content", "placeholder");

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "caption", "title");
    private static final int LONGEST = 200;

    private final List<Passage> passages;
    private final Optional<String> maker;

    private PageFile(List<Passage> passages, Optional<String> maker) {
        this.passages = passages;
        this.maker = maker;
    }

    /** Opens the bytes of a page. */
    static PageFile open(String name, byte[] content) {
        String page = new String(content, StandardCharsets.UTF_8);
        if (!page.toLowerCase(Locale.ROOT).stripTrailing().endsWith("</html>")) {
            throw new VerifyProblem(
                    Cause.DATA,
                    name
                            + ": the page is not whole; its end is missing. Copy it again, or draw it again with: evenkeel report STUDY");
        }
        Reader reader = new Reader();
        Markup.pieces(page).forEach(reader::read);
        return new PageFile(List.copyOf(reader.passages), reader.maker);
    }

    private static final class Open {
        private final String name;
        private final String key;
        private final Map<String, Integer> children = new HashMap<>();
        private final List<String> figures;
        private final StringBuilder words = new StringBuilder();
        private int texts;

        Open(String name, String key, List<String> figures) {
            this.name = name;
            this.key = key;
            this.figures = figures;
        }
    }

    private static final class Reader {
        private final List<Passage> passages = new ArrayList<>();
        private final Deque<Open> open = new ArrayDeque<>();
        private Optional<String> maker = Optional.empty();
        private String heading = "";
        private String row = "";

        Reader() {
            open.push(new Open("page", "page", List.of()));
        }

        void read(Piece piece) {
            switch (piece.kind()) {
                case OPEN, EMPTY -> element(piece);
                case CLOSE -> close(piece.name());
                case TEXT -> text(piece.text());
            }
        }

        private void element(Piece piece) {
            Open parent = open.getFirst();
            int place = parent.children.merge(piece.name(), 1, Integer::sum);
            List<String> own = Optional.ofNullable(piece.attributes().get(FIGURE))
                    .map(Reader::ids)
                    .orElse(parent.figures);
            Open element = new Open(piece.name(), parent.key + "/" + piece.name() + "[" + place + "]", own);
            if (piece.name().equals("tr")) {
                row = "";
            }
            piece.attributes().forEach((name, value) -> attribute(element, name, value));
            if ("generator".equals(piece.attributes().get("name"))) {
                maker = Optional.ofNullable(piece.attributes().get("content"));
            }
            if (piece.kind() == Piece.Kind.OPEN && !EMPTY.contains(piece.name())) {
                open.push(element);
            }
        }

        private static List<String> ids(String value) {
            return List.of(value.strip().split("[\\s,]+", -1)).stream()
                    .filter(id -> !id.isEmpty())
                    .toList();
        }

        private void attribute(Open element, String name, String value) {
            String key = element.key + "@" + name;
            String where = where(element) + ", attribute " + name;
            boolean isRead = (READ.contains(name) || name.startsWith("data-") || name.startsWith("aria-"))
                    && !element.name.equals("meta");
            passages.add(
                    isRead
                            ? new Passage(key, where, Role.WORDS, value, "", element.figures, around())
                            : Passage.setting(key, where, value));
        }

        private void close(String name) {
            if (open.stream().noneMatch(element -> element.name.equals(name))) {
                return;
            }
            while (open.size() > 1) {
                Open closed = open.pop();
                String words = closed.words.toString().strip();
                if (HEADINGS.contains(closed.name)) {
                    heading = words;
                } else if (closed.name.equals("th")
                        && open.stream().noneMatch(element -> element.name.equals("thead"))) {
                    row = words;
                }
                if (closed.name.equals(name)) {
                    return;
                }
            }
        }

        private void text(String said) {
            if (said.isBlank()) {
                return;
            }
            Open element = open.getFirst();
            String key = element.key + "/text[" + ++element.texts + "]";
            if (element.name.equals("style")) {
                passages.add(Passage.setting(key, "the page's style", said));
                return;
            }
            String words = said.strip().replaceAll("\\s+", " ");
            open.forEach(each -> {
                if (each.words.length() < LONGEST) {
                    each.words.append(words).append(' ');
                }
            });
            passages.add(new Passage(key, where(element), Role.WORDS, words, "", element.figures, around()));
        }

        private List<String> around() {
            return List.of(heading, row).stream()
                    .filter(words -> !words.isEmpty())
                    .toList();
        }

        private String where(Open element) {
            String kind = open.stream().anyMatch(each -> each.name.equals("svg")) || element.name.equals("svg")
                    ? "chart on the page"
                    : element.name.equals("script") ? "data kept for the page's script" : "page";
            return kind + (heading.isEmpty() ? "" : ", under “" + heading + "”")
                    + (row.isEmpty() ? "" : ", row “" + row + "”")
                    + ", element " + element.name;
        }
    }

    @Override
    public Iterator<Block> blocks() {
        return List.of(new Block("page", 0, passages)).iterator();
    }

    @Override
    public Iterator<Block> attachments() {
        return Collections.emptyIterator();
    }

    @Override
    public Optional<String> maker() {
        return maker;
    }

    @Override
    public void close() {
        // Everything is in memory.
    }
}
