package org.evenkeel.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.IsoWeek;
import org.evenkeel.core.study.TermId;
import org.evenkeel.intake.ExportReader;
import org.evenkeel.intake.ExportReport;
import org.evenkeel.intake.ExportResponse;
import org.evenkeel.intake.PseudonymKey;
import org.evenkeel.intake.Responses;
import org.evenkeel.intake.SourcePlan;

/** Responses as lines of a file and back: an export whose rows a test decides. Pseudonyms depend on the key, as real ones do. */
public final class ResponseLines implements ExportReader {
    /** A line that no response can be read from. */
    public static final String BROKEN = "broken";

    /** Writes an export and returns the hash of its bytes. */
    public static String write(Path file, List<ExportResponse> responses) {
        return writeLines(file, responses.stream().map(ResponseLines::line).toList());
    }

    /** Writes lines and returns the hash of their bytes. */
    public static String writeLines(Path file, List<String> lines) {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        try {
            Files.write(file, bytes);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A pseudonym under a key: another one for every key, and never the same for two respondents. */
    public static long under(PseudonymKey key, long value) {
        long secret = Long.parseUnsignedLong(key.fingerprint(), 16);
        return (value ^ secret * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
    }

    @Override
    public ExportReport inspect(Path file, SourcePlan plan) {
        throw new UnsupportedOperationException("inspect");
    }

    @Override
    public Responses read(Path file, SourcePlan plan, PseudonymKey key) {
        Iterator<String> lines;
        try {
            lines = Files.readAllLines(file).iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Responses() {
            @Override
            public void close() {}

            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public ExportResponse next() {
                return response(lines.next(), key);
            }
        };
    }

    private static String line(ExportResponse response) {
        return String.join(
                "|",
                Long.toString(response.respondent()),
                Long.toString(response.respondentCheck()),
                Long.toString(response.response()),
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, response.submitted())),
                response.term().value(),
                response.week().toString(),
                pairs(response.attributes()),
                pairs(response.answers()),
                response.sheet().name());
    }

    private static ExportResponse response(String line, PseudonymKey key) {
        if (line.equals(BROKEN)) {
            throw new DataProblem("line 2: a quote is never closed");
        }
        String[] cells = line.split("\\|", -1);
        Map<AttributeId, String> attributes = new TreeMap<>();
        split(cells[6]).forEach((name, value) -> attributes.put(new AttributeId(name), value));
        Map<ItemKey, Integer> answers = new TreeMap<>();
        split(cells[7]).forEach((name, value) -> answers.put(new ItemKey(name), Integer.parseInt(value)));
        return new ExportResponse(
                under(key, Long.parseLong(cells[0])),
                under(key, Long.parseLong(cells[1])),
                under(key, Long.parseLong(cells[2])),
                Instant.EPOCH.plus(Long.parseLong(cells[3]), ChronoUnit.MICROS),
                new TermId(cells[4]),
                IsoWeek.parse(cells[5]),
                attributes,
                answers,
                ExportResponse.Sheet.valueOf(cells[8]));
    }

    private static String pairs(Map<?, ?> values) {
        return values.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining(";"));
    }

    private static Map<String, String> split(String pairs) {
        Map<String, String> values = new TreeMap<>();
        for (String pair : pairs.isEmpty() ? new String[0] : pairs.split(";", -1)) {
            values.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return values;
    }
}
