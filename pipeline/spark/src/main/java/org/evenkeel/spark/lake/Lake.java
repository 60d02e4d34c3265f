package org.evenkeel.spark.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.evenkeel.core.problem.Require;
import org.evenkeel.spark.table.ResponseColumn;
import org.evenkeel.spark.table.TableColumn;

/**
 * The folder of Parquet files in which rows are kept. A folder in it is written once and never changed, and is current
 * only when the ledger names it. A leftover of a run that was killed is removed when its work is repeated under the same
 * name; what the ledger names is never touched.
 */
public final class Lake {
    /**
     * Up to so many rows are worked on in one task: moving rows between tasks costs a school's term more than it saves,
     * and rows in one task need not be moved to meet.
     */
    public static final long ROWS_OF_ONE_TASK = 200_000;

    private final SparkSession session;
    private final Path root;
    private final Set<String> committed;
    private final long rowsOfOneTask;

    /** The lake in this folder, of which the ledger names nothing yet. */
    public Lake(SparkSession session, Path root) {
        this(session, root, Set.of(), ROWS_OF_ONE_TASK);
    }

    private Lake(SparkSession session, Path root, Set<String> committed, long rowsOfOneTask) {
        this.session = session;
        this.root = root.toAbsolutePath().normalize();
        this.committed = committed;
        this.rowsOfOneTask = rowsOfOneTask;
    }

    /** The same lake, which refuses to write where one of these folders is. */
    public Lake protecting(Collection<LakeFolder> current) {
        Set<String> folders = new TreeSet<>(committed);
        current.forEach(folder -> folders.add(folder.folder()));
        return new Lake(session, root, Set.copyOf(folders), rowsOfOneTask);
    }

    /** The same lake, which divides the work of more rows than these. */
    public Lake dividingAbove(long rows) {
        return new Lake(session, root, committed, rows);
    }

    /** The session that reads and writes it. */
    public SparkSession session() {
        return session;
    }

    /** Where a folder of it is. */
    public Path path(LakeFolder folder) {
        return root.resolve(folder.folder());
    }

    /** Writes rows of one source and term; empty parts are named as {@link LakeFolder} says. */
    public LakeFolder write(Dataset<Row> rows, LakeDataset dataset, BatchName batch, String source, String term) {
        String folder = name(dataset, batch, source) + "/term=" + term;
        clear(folder);
        store(rows, folder);
        return describe(dataset, source, term, folder);
    }

    /** Writes what is left of a folder's rows into a folder that stands in its place: it sorts where the folder did. */
    LakeFolder rewrite(LakeFolder folder, Dataset<Row> left, BatchName batch) {
        LakeDataset dataset = Arrays.stream(LakeDataset.values())
                .filter(folder::holds)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no dataset of the lake: " + folder.dataset()));
        return write(
                together(left, List.of(folder)),
                dataset,
                new BatchName(folder.batch() + "-again-" + batch),
                folder.source(),
                folder.term());
    }

    /** The rows of a folder with all the columns it has. */
    Dataset<Row> readAsWritten(LakeFolder folder) {
        return session.read().parquet(path(folder).toString());
    }

    /**
     * Deletes everything below the lake that none of these folders is: what was replaced, and what runs that were killed
     * left behind. A session's scratch is its own.
     */
    public static void sweep(Path root, Collection<LakeFolder> current) {
        if (!Files.isDirectory(root)) {
            return;
        }
        Set<Path> kept = new TreeSet<>();
        current.forEach(folder -> kept.add(root.resolve(folder.folder()).normalize()));
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                boolean folder = Files.isDirectory(path);
                boolean named =
                        kept.stream().anyMatch(name -> path.startsWith(name) || (folder && name.startsWith(path)));
                boolean scratch = root.relativize(path).getName(0).toString().startsWith(".");
                if (!named && !scratch && !path.equals(root)) {
                    Files.delete(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes rows of one source, a folder for each term; the rows must be ordered by term first. */
    void writeByTerm(Dataset<Row> rows, LakeDataset dataset, BatchName batch, String source) {
        String folder = name(dataset, batch, source);
        clear(folder);
        makeRoot();
        LakeProblems.inWords(
                root,
                () -> rows.write()
                        .mode(SaveMode.ErrorIfExists)
                        .partitionBy(ResponseColumn.TERM.columnName())
                        .parquet(root.resolve(folder).toString()));
    }

    /** The rows of these folders. A column that a folder lacks is empty there. */
    public Dataset<Row> read(Collection<LakeFolder> folders, Collection<? extends TableColumn> columns) {
        return read(folders.stream().map(LakeFolder::folder).toList(), TableColumn.schemaOf(columns));
    }

    /** The rows of these folders for work in which rows must meet: in one task where they are few. */
    public Dataset<Row> readTogether(Collection<LakeFolder> folders, Collection<? extends TableColumn> columns) {
        return together(read(folders, columns), folders);
    }

    /** Rows of these folders, in one task where the folders hold few. */
    public Dataset<Row> together(Dataset<Row> rows, Collection<LakeFolder> folders) {
        long count = folders.stream().mapToLong(LakeFolder::rows).sum();
        return count <= rowsOfOneTask ? rows.coalesce(1) : rows;
    }

    LakeFolder describe(LakeDataset dataset, String source, String term, String folder) {
        Path path = root.resolve(folder);
        return new LakeFolder(
                dataset.folder(), source, term, folder, RowCount.ofFolder(path), Fingerprint.ofFolder(path));
    }

    Dataset<Row> read(List<String> folders, StructType schema) {
        if (folders.isEmpty()) {
            return session.createDataFrame(List.of(), schema);
        }
        return session.read()
                .schema(schema)
                .parquet(folders.stream()
                        .map(folder -> root.resolve(folder).toString())
                        .toArray(String[]::new));
    }

    static String name(LakeDataset dataset, BatchName batch, String source) {
        String folder = dataset.folder() + "/" + batch;
        return source.isEmpty() ? folder : folder + "/source=" + source;
    }

    private void store(Dataset<Row> rows, String folder) {
        makeRoot();
        LakeProblems.inWords(
                root,
                () -> rows.write()
                        .mode(SaveMode.ErrorIfExists)
                        .parquet(root.resolve(folder).toString()));
    }

    private void makeRoot() {
        if (Files.isDirectory(root)) {
            return;
        }
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectories(
                        root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(root);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void clear(String folder) {
        Path path = root.resolve(folder);
        Require.that(
                committed.stream()
                        .noneMatch(name ->
                                name.equals(folder) || name.startsWith(folder + "/") || folder.startsWith(name + "/")),
                "the lake's folder %s is current and cannot be written again; new work needs a new name",
                folder);
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> leftover = Files.walk(path)) {
            for (Path file : leftover.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
