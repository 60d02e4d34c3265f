package org.evenkeel.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenkeel.core.instrument.Catalogue;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.problem.UsageProblem;

/**
 * The instruments a study can ask, read from folders of YAML files: those of the installation and the study's own. A file is
 * taken only when its own worked examples come out right.
 */
public final class InstrumentFiles {
    private InstrumentFiles() {}

    /**
     * All instruments of these folders.
     *
     * @param folders folders of {@code *.yaml} files, the installation's first; one that is absent holds none
     * @throws UsageProblem with every problem of every file, a line each
     */
    public static Catalogue load(List<Path> folders) {
        Problems problems = new Problems();
        List<Instrument> instruments = load(folders, problems);
        problems.throwIfAny();
        return Catalogue.of(instruments);
    }

    /** All instruments of these folders that nothing is wrong with; what is wrong with the others is noted. */
    public static List<Instrument> load(List<Path> folders, Problems problems) {
        Map<InstrumentId, Place> instrumentPlaces = new TreeMap<>();
        Map<ScaleId, Place> scalePlaces = new TreeMap<>();
        List<Instrument> instruments = new ArrayList<>();
        for (Path file :
                folders.stream().flatMap(folder -> files(folder).stream()).toList()) {
            Problems own = new Problems();
            Optional<InstrumentReader.Read> found =
                    YamlDocument.read(file, own).flatMap(root -> InstrumentReader.read(root, own));
            problems.addAll(own);
            found.ifPresent(read -> {
                Instrument instrument = read.instrument();
                Place first = instrumentPlaces.putIfAbsent(instrument.id(), read.idPlace());
                if (first != null) {
                    problems.add(
                            read.idPlace(),
                            "instrument '" + instrument.id() + "' is defined already at " + first
                                    + "; give this one another id");
                    return;
                }
                for (Scale scale : instrument.scales()) {
                    Place place = read.scalePlaces().getOrDefault(scale.id(), read.idPlace());
                    Place taken = scalePlaces.putIfAbsent(scale.id(), place);
                    if (taken != null) {
                        problems.add(
                                place,
                                "scale '" + scale.id() + "' is defined already at " + taken
                                        + "; give this one another id");
                    }
                }
                instruments.add(instrument);
            });
        }
        return List.copyOf(instruments);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UsageProblem(folder + ": cannot be read (" + unreadable.getMessage() + ")");
        }
    }
}
