package org.evenkeel.intake;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.evenkeel.core.problem.UsageProblem;
import org.jspecify.annotations.Nullable;

/**
 * Who and what must not come back with the next export: withdrawn respondents, as digests under a key that serves nothing
 * else, and everything submitted before an instant. A digest says of nobody who they are; whoever holds the key can tell
 * of a given id whether it is on the list.
 */
public final class Forgotten implements Serializable {
    /** Nobody and nothing. */
    public static final Forgotten NOTHING = new Forgotten(null, List.of(), Optional.empty());

    private static final long serialVersionUID = 1L;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{32}");

    private final @Nullable PseudonymKey key;
    private final TreeSet<String> digests;
    private final @Nullable Instant before;

    private Forgotten(@Nullable PseudonymKey key, Collection<String> digests, Optional<Instant> before) {
        this.key = key;
        this.digests = new TreeSet<>(digests);
        this.before = before.orElse(null);
    }

    /** An empty list under this key, which must serve nothing else. */
    public static Forgotten under(PseudonymKey key) {
        return new Forgotten(key, List.of(), Optional.empty());
    }

    /** The list in this file, made under this key. */
    public static Forgotten read(Path file, PseudonymKey key) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            if (!lines.stream().allMatch(line -> DIGEST.matcher(line).matches())) {
                throw new UsageProblem(file + ": the list of withdrawn respondents is damaged. Bring back a copy of it;"
                        + " without it, withdrawn respondents would come in again.");
            }
            return new Forgotten(key, lines, Optional.empty());
        } catch (IOException unreadable) {
            throw new UsageProblem(
                    file + ": the list of withdrawn respondents cannot be read. Bring it back, or allow the"
                            + " user that runs Evenkeel to read it; without it, withdrawn respondents would come in again.");
        }
    }

    /** The digests, in their own order, to be kept. */
    public SortedSet<String> digests() {
        return new TreeSet<>(digests);
    }

    /** Everything as it is kept in a file: a digest a line. */
    public byte[] bytes() {
        StringBuilder lines = new StringBuilder();
        digests.forEach(digest -> lines.append(digest).append('\n'));
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** The same, with these people of these id spaces. */
    public Forgotten with(WithdrawnRespondents people, Collection<String> idSpaces) {
        PseudonymKey own = Optional.ofNullable(key)
                .orElseThrow(() -> new IllegalStateException("a list of withdrawn respondents needs a key"));
        List<String> all = new ArrayList<>(digests);
        Pseudonymiser pseudonymiser = new Pseudonymiser(own);
        for (String idSpace : idSpaces) {
            people.ids().forEach(id -> all.add(digest(pseudonymiser, idSpace, id)));
        }
        return new Forgotten(key, all, Optional.ofNullable(before));
    }

    /** The same, without everything that was submitted before the instant. */
    public Forgotten before(Instant instant) {
        return new Forgotten(key, digests, Optional.of(instant));
    }

    /** Answers for one reader; it is not thread-safe. */
    Lookup lookup() {
        return new Lookup(this);
    }

    private static String digest(Pseudonymiser pseudonymiser, String idSpace, String id) {
        // The domain of a person, of a space that no study can declare: ids are hashed once and remembered.
        Pseudonym digest = pseudonymiser.person("withdrawn|" + idSpace, id);
        return HexFormat.of().toHexDigits(digest.value()) + HexFormat.of().toHexDigits(digest.check());
    }

    @Override
    public String toString() {
        return digests.size() + " withdrawn respondents";
    }

    /** Tells of one row after the other whether it is forgotten. */
    static final class Lookup {
        private final Forgotten forgotten;
        private final @Nullable Pseudonymiser pseudonymiser;

        private Lookup(Forgotten forgotten) {
            this.forgotten = forgotten;
            PseudonymKey key = forgotten.key;
            this.pseudonymiser = key == null || forgotten.digests.isEmpty() ? null : new Pseudonymiser(key);
        }

        boolean withdrawn(String idSpace, String id) {
            return pseudonymiser != null && forgotten.digests.contains(digest(pseudonymiser, idSpace, id));
        }

        boolean tooOld(Instant submitted) {
            return forgotten.before != null && submitted.isBefore(forgotten.before);
        }
    }
}
