package org.evenkeel.app.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.cohort.Profile;
import org.evenkeel.core.cohort.Profiles;
import org.evenkeel.core.disclosure.Crowds;
import org.evenkeel.core.disclosure.audit.Crowd;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.TermId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who stood behind a release, as the vault keeps it: how many respondents had each profile, for every source and measure in every
 * period of which something was shown. Counts only; an audit needs no rows of people.
 */
record Membership(Crowds crowds) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What of the crowds stands behind these figures. */
    static Membership of(Crowds crowds, Set<Crowds.Key> shown) {
        Map<Crowds.Key, Crowd> kept = new LinkedHashMap<>();
        crowds.byKey().forEach((key, crowd) -> {
            if (shown.contains(key)) {
                kept.put(key, crowd);
            }
        });
        return new Membership(new Crowds(kept));
    }

    /** The file's content; the same crowds give the same bytes. */
    byte[] bytes(TermId term) {
        ObjectNode root = JSON.createObjectNode();
        root.put("term", term.value());
        ArrayNode profiles = root.putArray("profiles");
        crowds.byKey().values().stream()
                .findFirst()
                .ifPresent(crowd -> crowd.now().profiles().forEach(profile -> {
                    ObjectNode values = profiles.addObject();
                    profile.values().forEach((attribute, value) -> values.put(attribute.value(), value));
                }));
        ArrayNode rows = root.putArray("crowds");
        SortedMap<String, Crowds.Key> ordered = new TreeMap<>();
        crowds.byKey()
                .keySet()
                .forEach(key -> ordered.put(
                        key.source() + " " + key.measure().map(Measure::key).orElse("") + " "
                                + key.period().key(),
                        key));
        ordered.values()
                .forEach(key -> crowds.of(key.source(), key.period(), key.measure())
                        .ifPresent(crowd -> {
                            ObjectNode row = rows.addObject();
                            row.put("source", key.source().value());
                            key.measure().ifPresent(measure -> row.put("measure", measure.key()));
                            row.put("period", key.period().key());
                            ObjectNode respondents = row.putObject("respondents");
                            crowd.respondents().forEach((version, count) -> respondents.put(version.key(), count));
                        }));
        return JSON.writeValueAsBytes(root);
    }

    /** Reads what {@link #bytes} wrote. */
    static Membership read(byte[] bytes) {
        JsonNode root = JSON.readTree(bytes);
        List<Profile> profiles = new ArrayList<>();
        root.path("profiles").forEach(node -> {
            SortedMap<AttributeId, String> values = new TreeMap<>();
            node.properties()
                    .forEach(value -> values.put(
                            new AttributeId(value.getKey()), value.getValue().asString()));
            profiles.add(new Profile(values));
        });
        Profiles numbered = new Profiles(new TermId(root.path("term").asString()), profiles);
        Map<Crowds.Key, Crowd> crowds = new LinkedHashMap<>();
        root.path("crowds").forEach(node -> {
            SortedMap<Integer, Long> respondents = new TreeMap<>();
            node.path("respondents")
                    .properties()
                    .forEach(count -> respondents.put(
                            Integer.valueOf(count.getKey()), count.getValue().asLong()));
            crowds.put(
                    new Crowds.Key(
                            new SourceId(node.path("source").asString()),
                            Period.parse(node.path("period").asString()),
                            Optional.ofNullable(node.get("measure"))
                                    .map(JsonNode::asString)
                                    .map(Measure::parse)),
                    Crowd.first(numbered, respondents));
        });
        return new Membership(new Crowds(crowds));
    }
}
