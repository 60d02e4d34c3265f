package org.evenkeel.reports.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.evenkeel.reports.verify.Passage.Role;
import org.jspecify.annotations.Nullable;

/** Reads a PDF through its tags, as a screen reader does, and remembers under which headings and in which row each word stands. */
final class TagReader {
    /** Where a line ended within a word, such as the name of an earlier release before its figure's id. */
    private static final Pattern BROKEN_AT_A_HYPHEN = Pattern.compile("(?<=[\\p{L}\\p{Nd}]-) (?=[\\p{L}\\p{Nd}])");

    private static final int DEEPEST = 200;
    private static final int LONGEST_NAME = 60;
    private static final Pattern HEADING = Pattern.compile("H[1-6]");

    /** What is set within a line or cell and read with it. */
    private static final Set<String> INLINE =
            Set.of("Span", "P", "Div", "Link", "Reference", "Quote", "Code", "Lbl", "LBody", "NonStruct");

    /** What always speaks for itself. */
    private static final Set<String> OWN = Set.of("Figure", "Table", "TR", "TH", "TD", "L", "LI", "TOC", "TOCI");

    /** What holds paragraphs and says nothing itself, where it is not set within a line or cell. */
    private static final Set<String> CONTAINERS =
            Set.of("Document", "Part", "Art", "Sect", "Div", "Table", "THead", "TBody", "TR", "L", "TOC");

    private static final COSName ATTRIBUTES = COSName.A;
    private static final COSName COLUMN_SPAN = COSName.getPDFName("ColSpan");

    private final PDDocument document;
    private final PageText text;
    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Integer, String> headings = new TreeMap<>();
    private final List<Passage> passages = new ArrayList<>();

    TagReader(PDDocument document, PageText text) {
        this.document = document;
        this.text = text;
    }

    List<Passage> passages() {
        COSDictionary root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
        if (root != null) {
            kids(root, "tags", 0, Table.NONE, Saying.OWN_WORDS);
        }
        return List.copyOf(passages);
    }

    /** The table that is being read: heads of its columns, and the row's own head. */
    private static final class Table {
        static final Table NONE = new Table();
        private final List<String> columns = new ArrayList<>();
        private String row = "";
        private int column;
    }

    /** Whether the words of an element have been said already, as part of the paragraph or cell around it. */
    private enum Saying {
        OWN_WORDS,
        SAID
    }

    private void kids(COSDictionary element, String key, int depth, Table table, Saying saying) {
        int place = 0;
        for (COSBase kid : list(element.getDictionaryObject(COSName.K))) {
            if (kid instanceof COSDictionary inner && inner.containsKey(COSName.S)) {
                if (depth < DEEPEST && seen.add(inner)) {
                    element(inner, key + "/" + place + inner.getNameAsString(COSName.S), depth, table, saying);
                }
                place++;
            }
        }
    }

    private void element(COSDictionary element, String key, int depth, Table around, Saying saying) {
        String type = String.valueOf(element.getNameAsString(COSName.S));
        Table table = type.equals("Table") ? new Table() : around;
        if (type.equals("TR")) {
            table.row = "";
            table.column = 0;
        }
        if (HEADING.matcher(type).matches()) {
            int level = type.charAt(1) - '0';
            headings.keySet().removeIf(deeper -> deeper >= level);
            headings.put(level, words(element, 0));
        }
        boolean isHead = type.equals("TH");
        boolean isColumnHead = isHead && key.contains("THead");
        if (isColumnHead) {
            table.columns.add(words(element, 0));
        } else if (isHead) {
            table.row = words(element, 0);
        }
        boolean inTable = table != Table.NONE;
        List<String> words = around(table, inTable);
        String where = where(firstPage(element, 0), table, inTable);
        alternatives(element, key, where, words);
        boolean own = saying == Saying.OWN_WORDS || OWN.contains(type);
        String said = own ? words(element, 0) : "";
        if (!said.isBlank()) {
            passages.add(new Passage(
                    key,
                    where,
                    type.equals("TD") ? Role.CELL : Role.WORDS,
                    said,
                    "",
                    List.of(),
                    with(words, element.getString(COSName.ALT))));
        }
        kids(element, key, depth + 1, table, said.isBlank() && own ? Saying.OWN_WORDS : Saying.SAID);
        if (type.equals("TD") || (isHead && !isColumnHead)) {
            table.column += span(element);
        }
    }

    private void alternatives(COSDictionary element, String key, String where, List<String> words) {
        for (COSName name : List.of(COSName.ALT, COSName.ACTUAL_TEXT, COSName.E)) {
            String alternative = element.getString(name);
            if (alternative != null) {
                passages.add(new Passage(
                        key + " " + name.getName(),
                        where + ", " + (name.equals(COSName.ALT) ? "alternative text" : "words read out"),
                        Role.WORDS,
                        alternative,
                        "",
                        List.of(),
                        words));
            }
        }
    }

    private static List<String> with(List<String> words, @Nullable String alternative) {
        List<String> all = new ArrayList<>(words);
        if (alternative != null) {
            all.add(alternative);
        }
        return all;
    }

    private List<String> around(Table table, boolean inTable) {
        List<String> words = new ArrayList<>(headings.values());
        if (inTable) {
            words.add(table.row);
            if (table.column < table.columns.size()) {
                words.add(table.columns.get(table.column));
            }
        }
        return words.stream().filter(word -> !word.isBlank()).toList();
    }

    private String where(int page, Table table, boolean inTable) {
        String heading = headings.isEmpty() ? "" : headings.values().stream().reduce("", (one, other) -> other);
        return "page " + page
                + (heading.isEmpty() ? "" : ", under “" + shortened(heading) + "”")
                + (inTable && !table.row.isEmpty() ? ", row “" + shortened(table.row) + "”" : "")
                + (inTable && !table.row.isEmpty() && table.column < table.columns.size()
                        ? ", column “" + shortened(table.columns.get(table.column)) + "”"
                        : "");
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_NAME ? words : words.substring(0, LONGEST_NAME - 1) + "…";
    }

    /** The words of an element and of what is set within its line; charts, tables and lists speak for themselves. */
    private String words(COSDictionary element, int depth) {
        List<String> words = new ArrayList<>();
        for (COSBase kid : list(element.getDictionaryObject(COSName.K))) {
            int mark = mark(kid);
            if (mark >= 0) {
                words.add(text.take(page(kid, element), mark));
            } else if (depth < DEEPEST
                    && kid instanceof COSDictionary inner
                    && INLINE.contains(String.valueOf(inner.getNameAsString(COSName.S)))
                    && (depth > 0 || isText(element))) {
                words.add(words(inner, depth + 1));
            }
        }
        String joined = words.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
        return BROKEN_AT_A_HYPHEN.matcher(joined).replaceAll("");
    }

    private static boolean isText(COSDictionary element) {
        return !CONTAINERS.contains(String.valueOf(element.getNameAsString(COSName.S)));
    }

    private int firstPage(COSDictionary element, int depth) {
        for (COSBase kid : list(element.getDictionaryObject(COSName.K))) {
            int page = text.number(page(kid, element));
            if (page == 0 && depth < DEEPEST && kid instanceof COSDictionary inner && inner.containsKey(COSName.S)) {
                page = firstPage(inner, depth + 1);
            }
            if (page > 0) {
                return page;
            }
        }
        return 0;
    }

    private static @Nullable COSDictionary page(COSBase kid, COSDictionary element) {
        COSDictionary own = kid instanceof COSDictionary dictionary ? dictionary.getCOSDictionary(COSName.PG) : null;
        return own == null ? element.getCOSDictionary(COSName.PG) : own;
    }

    private static int mark(COSBase kid) {
        if (kid instanceof COSInteger number) {
            return number.intValue();
        }
        return kid instanceof COSDictionary dictionary && !dictionary.containsKey(COSName.S)
                ? dictionary.getInt(COSName.MCID, -1)
                : -1;
    }

    private static int span(COSDictionary cell) {
        return list(cell.getDictionaryObject(ATTRIBUTES)).stream()
                .filter(COSDictionary.class::isInstance)
                .map(COSDictionary.class::cast)
                .mapToInt(attributes -> attributes.getInt(COLUMN_SPAN, 1))
                .max()
                .orElse(1);
    }

    private static List<COSBase> list(@Nullable COSBase base) {
        if (base instanceof COSArray array) {
            return IntStream.range(0, array.size())
                    .mapToObj(array::getObject)
                    .filter(kid -> kid != null)
                    .toList();
        }
        return base == null ? List.of() : List.of(base);
    }
}
