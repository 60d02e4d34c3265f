package org.evenkeel.app.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.problem.UsageProblem;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One YAML file with the place of every value. Values stay texts as they are written, so that {@code 2026-09-07} and
 * {@code 1} are what the reader of the key makes of them.
 */
public final class YamlDocument {
    /** More values than any configuration needs; aliases that multiply stop here. */
    private static final int MOST_VALUES = 100_000;

    private final String file;
    private final Problems problems;
    private int values;

    private YamlDocument(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Reads a file. What is wrong with its syntax is noted, and then there is no root.
     *
     * @param file where it lies
     * @param problems where problems are noted, under the path as it is given
     */
    public static Optional<YamlNode> read(Path file, Problems problems) {
        String label = file.toString().replace('\\', '/');
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return parse(label, text, problems);
        } catch (CharacterCodingException notText) {
            problems.add(new Place(label, 1, 1), "is not UTF-8 text; save it as UTF-8");
            return Optional.empty();
        } catch (NoSuchFileException missing) {
            throw new UsageProblem(label + ": there is no such file");
        } catch (IOException unreadable) {
            throw new UsageProblem(label + ": cannot be read (" + unreadable.getMessage() + ")");
        }
    }

    /**
     * Reads a text.
     *
     * @param label the file name that places name
     * @param text the YAML
     * @param problems where problems are noted
     */
    public static Optional<YamlNode> parse(String label, String text, Problems problems) {
        YamlDocument document = new YamlDocument(label, problems);
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(label).build();
            String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
            Iterator<Node> documents =
                    new Compose(settings).composeAllFromString(unmarked).iterator();
            if (!documents.hasNext()) {
                problems.add(new Place(label, 1, 1), "is empty");
                return Optional.empty();
            }
            Node root = documents.next();
            if (documents.hasNext()) {
                problems.add(document.place(documents.next()), "a second document begins here; keep one in a file");
            }
            return Optional.of(document.node(root, List.of()));
        } catch (MarkedYamlEngineException syntax) {
            problems.add(document.place(syntax.getProblemMark()), "not YAML: " + syntax.getProblem());
        } catch (YamlEngineException syntax) {
            problems.add(
                    new Place(label, 1, 1),
                    "not YAML: "
                            + String.valueOf(syntax.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""));
        }
        return Optional.empty();
    }

    private YamlNode node(Node node, List<Node> around) {
        Place place = place(node);
        values++;
        if (around.contains(node) || values > MOST_VALUES) {
            if (values <= MOST_VALUES + 1) {
                problems.add(place, "aliases may not contain themselves or multiply without end");
            }
            return YamlNode.empty(problems, place);
        }
        List<Node> inside = new ArrayList<>(around);
        inside.add(node);
        if (node instanceof ScalarNode scalar) {
            return scalar.getTag().equals(Tag.NULL)
                    ? YamlNode.empty(problems, place)
                    : YamlNode.scalar(problems, place, scalar.getValue());
        }
        if (node instanceof SequenceNode sequence) {
            return YamlNode.sequence(
                    problems,
                    place,
                    sequence.getValue().stream().map(item -> node(item, inside)).toList());
        }
        return YamlNode.mapping(problems, place, entries((MappingNode) node, inside));
    }

    private List<YamlMapping.Entry> entries(MappingNode mapping, List<Node> inside) {
        Map<String, Place> first = new TreeMap<>();
        List<YamlMapping.Entry> entries = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Place place = place(tuple.getKeyNode());
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                Place earlier = first.putIfAbsent(key.getValue(), place);
                if (earlier == null) {
                    entries.add(new YamlMapping.Entry(key.getValue(), place, node(tuple.getValueNode(), inside)));
                } else {
                    problems.add(place, "key '" + key.getValue() + "' is given twice, first on line " + earlier.line());
                }
            } else {
                problems.add(place, "a key must be a single word or text");
            }
        }
        return entries;
    }

    private Place place(Node node) {
        return place(node.getStartMark());
    }

    private Place place(Optional<Mark> mark) {
        return mark.map(at -> new Place(file, at.getLine() + 1, at.getColumn() + 1))
                .orElse(new Place(file, 1, 1));
    }
}
