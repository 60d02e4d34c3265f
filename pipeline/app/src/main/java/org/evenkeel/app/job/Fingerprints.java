package org.evenkeel.app.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.study.Source;
import org.evenkeel.intake.ExportFingerprint;
import org.evenkeel.sql.ledger.ItemFingerprint;
import org.evenkeel.sql.ledger.Ledger;

/** How each source has asked its items so far, platform by platform: what a new export is compared with. */
final class Fingerprints {
    private final Map<String, Map<String, ExportFingerprint>> known = new TreeMap<>();
    private final Map<String, Set<String>> changed = new TreeMap<>();

    Fingerprints(Desk desk) {
        desk.mart().reading(sql -> {
            Ledger ledger = new Ledger(sql);
            for (Source source : desk.study().sources()) {
                String id = source.id().value();
                Map<String, List<ExportFingerprint.Item>> items = new TreeMap<>();
                ledger.fingerprints(id)
                        .forEach(row -> items.computeIfAbsent(row.platform(), platform -> new ArrayList<>())
                                .add(item(row)));
                items.forEach((platform, all) -> known.computeIfAbsent(id, one -> new TreeMap<>())
                        .put(platform, new ExportFingerprint(platform, all)));
            }
            return known;
        });
    }

    /** What an export asks otherwise; empty where nothing was known of its source and platform. */
    List<String> changes(Source source, ExportFingerprint met) {
        return find(source, met).map(met::changes).orElse(List.of());
    }

    /** Takes notice of an export in which nothing changed. */
    void add(Source source, ExportFingerprint met) {
        replace(source, find(source, met).map(before -> before.with(met)).orElse(met));
    }

    /** From now on, the source asks its items so. */
    void replace(Source source, ExportFingerprint met) {
        known.computeIfAbsent(source.id().value(), id -> new TreeMap<>()).put(met.platform(), met);
        changed.computeIfAbsent(source.id().value(), id -> new TreeSet<>()).add(met.platform());
    }

    /** Writes down what changed. */
    void keep(Ledger ledger, long runNo) {
        changed.forEach((source, platforms) -> platforms.forEach(platform -> ledger.fingerprint(
                runNo,
                source,
                platform,
                Optional.ofNullable(known.get(source))
                        .flatMap(all -> Optional.ofNullable(all.get(platform)))
                        .map(fingerprint -> fingerprint.items().stream()
                                .map(item -> row(source, platform, item))
                                .toList())
                        .orElse(List.of()))));
    }

    private Optional<ExportFingerprint> find(Source source, ExportFingerprint met) {
        return Optional.ofNullable(known.get(source.id().value()))
                .flatMap(platforms -> Optional.ofNullable(platforms.get(met.platform())));
    }

    private static ExportFingerprint.Item item(ItemFingerprint row) {
        return new ExportFingerprint.Item(
                row.item(),
                row.column(),
                row.wording(),
                row.lowest(),
                row.highest(),
                row.codes(),
                row.texts(),
                row.unreadable());
    }

    private static ItemFingerprint row(String source, String platform, ExportFingerprint.Item item) {
        return new ItemFingerprint(
                source,
                platform,
                item.item(),
                item.column(),
                item.wording(),
                item.lowest(),
                item.highest(),
                item.codes(),
                item.texts(),
                item.unreadable());
    }
}
