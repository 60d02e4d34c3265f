package org.evenkeel.app.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.evenkeel.sql.Mart;
import org.evenkeel.sql.ledger.LakeFolder;
import org.evenkeel.sql.ledger.LakeVersion;
import org.evenkeel.sql.ledger.Ledger;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.Releases;

/** What a study has kept, as tables that two studies can be compared by; read without Spark, file by file. */
record StudyTables(
        SortedMap<String, List<String>> lake, List<PublishedRelease> releases, SortedMap<String, String> reports) {
    static StudyTables of(SmallStudy study) {
        SortedMap<String, List<String>> lake = new TreeMap<>();
        for (LakeFolder folder : current(study)) {
            if (!folder.dataset().equals("withdrawals")) {
                List<String> rows = lake.computeIfAbsent(
                        folder.dataset() + " " + folder.source().orElse("") + " "
                                + folder.term().orElse(""),
                        key -> new ArrayList<>());
                parquet(study.folder().resolve("lake").resolve(folder.folder()))
                        .forEach(file -> rows(file).forEach(row -> rows.add(String.valueOf(row))));
            }
        }
        lake.values().forEach(Collections::sort);
        try (Mart mart = mart(study)) {
            List<PublishedRelease> releases = mart.reading(sql -> new Releases(sql)
                    .list().stream()
                            .map(header -> new Releases(sql).find(header.id()).orElseThrow())
                            .toList());
            return new StudyTables(lake, releases, reports(study));
        }
    }

    static Mart mart(SmallStudy study) {
        return Marts.open(study.configuration().file().mart(), Map.of());
    }

    static List<LakeFolder> current(SmallStudy study) {
        try (Mart mart = mart(study)) {
            return mart.reading(sql ->
                    new Ledger(sql).currentLake().map(LakeVersion::folders).orElse(List.of()));
        }
    }

    /** Every file of Parquet below a folder, whether current or not. */
    static List<Path> parquet(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Group> rows(Path file) {
        List<Group> rows = new ArrayList<>();
        try (ParquetReader<Group> reader = ParquetReader.builder(
                        new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
                .build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** Of these respondents, those of whom a row stands in any file below these folders. */
    static Set<Long> found(Collection<Long> respondents, Path... folders) {
        Set<Long> found = new TreeSet<>();
        for (Path folder : folders) {
            for (Path file : parquet(folder)) {
                for (Group row : rows(file)) {
                    if (row.getType().containsField("respondent") && row.getFieldRepetitionCount("respondent") > 0) {
                        long respondent = row.getLong("respondent", 0);
                        if (respondents.contains(respondent)) {
                            found.add(respondent);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static SortedMap<String, String> reports(SmallStudy study) {
        SortedMap<String, String> hashes = new TreeMap<>();
        Path folder = study.folder().resolve("reports");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    hashes.put(
                            folder.relativize(file).toString(),
                            HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
        return hashes;
    }
}
