package org.evenkeel.intake.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.problem.DataProblem;

/** An Excel workbook: where its sheets, texts and formats lie. Formulas are never computed; links are never followed. */
final class Workbook {
    private static final int MOST_SHEETS = 256;

    private final Archive archive;
    private final Content content;
    private final String folder;
    private final Map<String, String> targets = new TreeMap<>();
    private final Map<String, String> kinds = new TreeMap<>();

    private Workbook(Content content, Archive archive, String document) {
        this.content = content;
        this.archive = archive;
        this.folder = document.contains("/") ? document.substring(0, document.lastIndexOf('/') + 1) : "";
        String links = folder + "_rels/" + document.substring(folder.length()) + ".rels";
        archive.find(links).ifPresent(this::readLinks);
    }

    /** Whether the archive is a workbook of any kind. */
    static boolean isWorkbook(Archive archive) {
        return archive.find("[Content_Types].xml").isPresent()
                && document(archive).isPresent();
    }

    private static Optional<String> document(Archive archive) {
        return archive.files().stream()
                .map(Archive.Entry::path)
                .filter(path -> path.matches("(?i)(xl/)?workbook\\d*\\.(xml|bin)"))
                .findFirst();
    }

    /** Its visible sheets, in their order. */
    static List<Table> sheets(Content content, Archive archive, String hash) {
        String document = document(archive).orElseThrow(() -> Markup.damaged(content));
        if (document.endsWith(".bin")) {
            throw new DataProblem(
                    content.label() + ": this is a binary Excel workbook, which is not read. Save it as XLSX or CSV.");
        }
        return new Workbook(content, archive, document).sheets(document, hash);
    }

    private List<Table> sheets(String document, String hash) {
        CellFormats.Epoch epoch = CellFormats.Epoch.FROM_1900;
        Map<String, String> visible = new java.util.LinkedHashMap<>();
        try (Markup markup = Markup.open(entry(document))) {
            while (markup.next()) {
                if (markup.isStart("workbookPr") && isTrue(markup.attribute("date1904"))) {
                    epoch = CellFormats.Epoch.FROM_1904;
                } else if (markup.isStart("sheet")
                        && !markup.attribute("state")
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains("hidden")
                        && visible.size() < MOST_SHEETS) {
                    visible.putIfAbsent(markup.attribute("name"), linked(markup));
                }
            }
        }
        Optional<Archive.Entry> texts = part("sharedStrings");
        CellFormats.Epoch first = epoch;
        CellFormats formats =
                part("styles").map(styles -> CellFormats.read(styles, first)).orElseGet(() -> CellFormats.none(first));
        FileBytes bytes = FileBytes.ofBinary(content, hash, "Excel workbook");
        List<Table> sheets = new ArrayList<>();
        visible.forEach((name, path) -> {
            if (kinds.getOrDefault(path, "worksheet").endsWith("worksheet")) {
                sheets.add(new Sheet(bytes, name, entry(path), texts, formats));
            }
        });
        return sheets;
    }

    private String linked(Markup markup) {
        return targets.getOrDefault(markup.attribute("id"), "");
    }

    private void readLinks(Archive.Entry links) {
        try (Markup markup = Markup.open(links)) {
            while (markup.next()) {
                if (markup.isStart("Relationship")
                        && !markup.attribute("TargetMode").equals("External")) {
                    String target = markup.attribute("Target");
                    String path = target.startsWith("/") ? target.substring(1) : folder + target;
                    targets.put(markup.attribute("Id"), path);
                    kinds.put(path, markup.attribute("Type"));
                }
            }
        }
    }

    private Optional<Archive.Entry> part(String kind) {
        return kinds.entrySet().stream()
                .filter(link -> link.getValue().endsWith("/" + kind))
                .findFirst()
                .map(link -> entry(link.getKey()));
    }

    private Archive.Entry entry(String path) {
        return archive.find(path)
                .orElseThrow(() -> new DataProblem(
                        content.label() + ": the workbook is damaged: a part of it is missing. Export it again."));
    }

    private static boolean isTrue(String flag) {
        return flag.equals("1") || flag.equalsIgnoreCase("true");
    }
}
