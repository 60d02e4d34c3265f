package org.evenkeel.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.evenkeel.core.study.SourceId;

/**
 * Makes pseudonyms: HMAC-SHA256 under the study's key, over a domain and the normalised identifier. Domains keep a person
 * of one id space, a person of another and a response apart even where their ids are the same. Not thread-safe: each
 * reader has its own.
 */
public final class Pseudonymiser {
    private static final int REMEMBERED = 200_000;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Pc}./:,;'\\p{Cf}]+");

    private final Mac mac;
    private final Map<String, Map<String, Pseudonym>> people = new HashMap<>();

    public Pseudonymiser(PseudonymKey key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.secret(), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }

    /** The pseudonym of a person of the id space, however their id is written; ids are hashed once and remembered. */
    public Pseudonym person(String idSpace, String id) {
        Map<String, Pseudonym> known = people.computeIfAbsent(idSpace, space -> new HashMap<>());
        Pseudonym pseudonym = known.get(id);
        if (pseudonym == null) {
            if (known.size() >= REMEMBERED) {
                known.clear();
            }
            pseudonym = digest("person|" + idSpace + "|", normalise(id));
            known.put(id, pseudonym);
        }
        return pseudonym;
    }

    /** The pseudonym of one submission to a source, by the platform's own id of it. */
    public Pseudonym response(SourceId source, String id) {
        return digest("response|" + source + "|", id.strip());
    }

    /** Whether anything of the identifier is left once it is normalised. */
    public static boolean identifies(String id) {
        return id.chars().anyMatch(Character::isLetterOrDigit) || !normalise(id).isEmpty();
    }

    /**
     * An identifier as it is hashed: compatibility characters unified, lower case, without blanks, dashes and other
     * separators. An e-mail address keeps its separators, because they belong to it.
     */
    public static String normalise(String id) {
        String unified = Normalizer.normalize(id, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return unified.indexOf('@') > 0 ? unified : SEPARATORS.matcher(unified).replaceAll("");
    }

    Pseudonym digest(String domain, String text) {
        ByteBuffer digest = ByteBuffer.wrap(mac.doFinal((domain + text).getBytes(StandardCharsets.UTF_8)));
        return new Pseudonym(digest.getLong(), digest.getLong());
    }
}
