package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.reports.model.TextSection.Passage;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseAudit;
import org.evenkeel.sql.release.ReleaseHeader;

/** The pages of words that every term report has. */
final class PlainTexts {
    private PlainTexts() {}

    static TextSection howToRead(Words words) {
        return new TextSection(
                words.text("model.how-to-read.title"),
                List.of(
                        passage(words, "model.how-to-read.values"),
                        passage(words, "model.how-to-read.direction"),
                        passage(words, "model.how-to-read.clear"),
                        passage(words, "model.how-to-read.sure"),
                        passage(words, "model.how-to-read.groups"),
                        passage(words, "model.how-to-read.bands", Reading.withheld(words)),
                        passage(words, "model.how-to-read.terms"),
                        passage(words, "model.how-to-read.ids")));
    }

    static TextSection privacy(ReleaseHeader header, List<ReleaseAudit> audits, Words words) {
        return new TextSection(
                words.text("model.privacy.title"),
                List.of(
                        passage(words, "model.privacy.groups", Integer.toString(header.threshold())),
                        passage(words, "model.privacy.missing", Reading.withheld(words)),
                        passage(words, "model.privacy.rounded"),
                        computed(words, "model.privacy.attacked", attacked(header, audits, words)),
                        passage(words, "model.privacy.late"),
                        passage(words, "model.privacy.reader")));
    }

    /** Five sentences for a student. */
    private static String attacked(ReleaseHeader header, List<ReleaseAudit> audits, Words words) {
        int groups = audits.stream().mapToInt(ReleaseAudit::computableGroups).sum();
        return words.text(
                "model.privacy.attacked.text",
                Integer.toString(header.threshold()),
                words.count("model.privacy.tables", audits.size()),
                groups == 0
                        ? words.text("model.privacy.not-computable")
                        : words.count("model.privacy.computable", groups));
    }

    static TextSection methods(ReleaseHeader header, int earlierTerms, Words words) {
        List<Passage> passages = new ArrayList<>();
        passages.add(passage(words, "model.methods.scores"));
        passages.add(computed(
                words,
                "model.methods.means",
                words.text(
                        header.coverage().equals("census")
                                ? "model.methods.means-of-census"
                                : "model.methods.means-of-sample")));
        passages.add(passage(words, "model.methods.shares"));
        passages.add(computed(
                words,
                "model.methods.changes",
                words.text(
                        earlierTerms > 0
                                ? "model.methods.changes-shown"
                                : header.month().isPresent()
                                        ? "model.methods.changes-of-term"
                                        : "model.methods.changes-later")));
        passages.add(passage(words, "model.methods.reliability"));
        passages.add(passage(words, "model.methods.difference"));
        return new TextSection(words.text("model.methods.title"), passages);
    }

    private static Passage computed(Words words, String key, String paragraph) {
        return new Passage(words.text(key + ".heading"), List.of(paragraph));
    }

    static Passage passage(Words words, String key, String... places) {
        return new Passage(words.text(key + ".heading"), List.of(words.text(key + ".text", places)));
    }
}
