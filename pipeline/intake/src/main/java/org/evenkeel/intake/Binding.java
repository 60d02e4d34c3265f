package org.evenkeel.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Columns;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.intake.SourcePlan.AttributeColumn;
import org.evenkeel.intake.SourcePlan.Need;
import org.evenkeel.intake.SourcePlan.Questionnaire;
import org.evenkeel.intake.platform.Column;
import org.evenkeel.intake.platform.Convention;
import org.evenkeel.intake.platform.Layout;

/**
 * A source's plan brought together with the header of one export: which column is what.
 *
 * @param respondent the id column; {@link #NONE} for unlinked respondents
 * @param consent the consent column, or {@link #NONE}
 * @param time the declared time column, or {@link #NONE} for the platform's own
 * @param items where each item is, in column order within its questionnaire
 * @param attributes where each attribute is whose value is a cell
 * @param choices where each attribute is that says whether a multiple choice was made
 * @param rules how rows are read
 */
record Binding(
        int respondent,
        int consent,
        int time,
        List<ItemColumn> items,
        TreeMap<AttributeId, Integer> attributes,
        TreeMap<AttributeId, ChoiceColumns> choices,
        Convention.Rules rules) {
    /** No such column. */
    static final int NONE = -1;

    /** The column of one item. */
    record ItemColumn(ItemKey item, Questionnaire questionnaire, int column) {}

    /** Brings plan and header together; everything that is not there is reported at once. */
    static Binding of(SourcePlan plan, Layout layout, Path file) {
        Search search = new Search(layout.columns());
        int respondent = plan.respondents() instanceof Respondents.Identified identified
                ? search.one("the respondent", identified.idColumn(), Need.REQUIRED)
                : NONE;
        int consent = plan.consent().column().isEmpty()
                ? NONE
                : search.one("consent", plan.consent().column(), Need.REQUIRED);
        int time = plan.timeColumn().isEmpty() ? NONE : search.one("the time", plan.timeColumn(), Need.REQUIRED);
        TreeMap<AttributeId, Integer> attributes = new TreeMap<>();
        TreeMap<AttributeId, ChoiceColumns> choices = new TreeMap<>();
        for (AttributeColumn attribute : plan.attributes()) {
            if (!attribute.choice().isEmpty()) {
                search.choice(layout, attribute).ifPresent(found -> choices.put(attribute.attribute(), found));
                continue;
            }
            int column = search.one("attribute " + attribute.attribute(), attribute.column(), attribute.need());
            if (column != NONE) {
                attributes.put(attribute.attribute(), column);
            }
        }
        List<ItemColumn> items = new ArrayList<>();
        plan.questionnaires().forEach(questionnaire -> items.addAll(search.items(questionnaire)));
        search.readOnce(items, attributes, choices);
        Set<Integer> answered = new TreeSet<>();
        items.forEach(item -> answered.add(item.column()));
        Convention.Rules rules = layout.convention().rules(answered);
        if (time == NONE && rules.timeColumns().isEmpty() && search.problems.isEmpty()) {
            search.problems.add("the time: no column holds the time of submission; name it 'submitted', or declare it");
        }
        if (!search.problems.isEmpty()) {
            throw new DataProblem(String.format(
                    "%s: the export of source %s does not have the columns it needs (%s, %d columns):%n  - %s",
                    file,
                    plan.source(),
                    layout.platform().label(),
                    layout.columns().size(),
                    String.join(String.format("%n  - "), search.problems)));
        }
        return new Binding(respondent, consent, time, List.copyOf(items), attributes, choices, rules);
    }

    /** Every column that is read. */
    BitSet read() {
        BitSet read = new BitSet();
        rules.columns().forEach(read::set);
        items.forEach(item -> read.set(item.column()));
        attributes.values().forEach(read::set);
        choices.values().forEach(choice -> choice.columns().forEach(read::set));
        for (int column : new int[] {respondent, consent, time}) {
            if (column != NONE) {
                read.set(column);
            }
        }
        return read;
    }

    /** Columns that belong to a record as a whole, where a record has several rows. */
    Set<Integer> shared() {
        Set<Integer> shared = new TreeSet<>(attributes.values());
        choices.values().forEach(choice -> shared.addAll(choice.answers()));
        shared.add(respondent);
        shared.add(consent);
        shared.remove(NONE);
        return shared;
    }

    private static final class Search {
        private final ColumnFinder finder;
        private final List<Column> columns;
        private final List<String> problems = new ArrayList<>();

        Search(List<Column> columns) {
            this.columns = columns;
            this.finder = new ColumnFinder(columns);
        }

        int one(String purpose, String declared, Need need) {
            List<Column> found = finder.called(declared);
            if (found.size() == 1) {
                return found.get(0).index();
            }
            if (found.size() > 1) {
                problems.add(String.format(
                        "%s: %d columns are called '%s'; name one of them by its question text or import id",
                        purpose, found.size(), declared));
            } else if (need == Need.REQUIRED) {
                problems.add(
                        String.format("%s: there is no column '%s'%s", purpose, declared, finder.suggestion(declared)));
            }
            return NONE;
        }

        Optional<ChoiceColumns> choice(Layout layout, AttributeColumn attribute) {
            Optional<ChoiceColumns> found = ChoiceColumns.find(layout, finder, attribute.column(), attribute.choice());
            if (found.isEmpty() && attribute.need() == Need.REQUIRED) {
                problems.add(String.format(
                        "attribute %s: there is no column '%s' that lists choices, and none of its own for the choice '%s'%s",
                        attribute.attribute(),
                        attribute.column(),
                        attribute.choice(),
                        finder.suggestion(attribute.column())));
            }
            return found;
        }

        List<ItemColumn> items(Questionnaire questionnaire) {
            Columns declared = questionnaire.columns();
            if (declared instanceof Columns.NamedLikeItems) {
                return likeItems(questionnaire);
            }
            if (declared instanceof Columns.ByName byName) {
                return byName(questionnaire, byName);
            }
            if (declared instanceof Columns.InOrder inOrder) {
                return inOrder(questionnaire, inOrder);
            }
            return matching(questionnaire, (Columns.Matching) declared);
        }

        private List<ItemColumn> likeItems(Questionnaire questionnaire) {
            List<ItemColumn> items = new ArrayList<>();
            List<String> missing = new ArrayList<>();
            List<ItemKey> required = questionnaire.required();
            boolean unasked = true;
            for (ItemKey item : questionnaire.items()) {
                List<Column> found = finder.like(item);
                if (found.size() > 1) {
                    problems.add(String.format(
                            "%s: %d columns are named like item %s (%s); declare which one it is",
                            questionnaire.name(), found.size(), item, names(found)));
                } else if (found.size() == 1) {
                    items.add(new ItemColumn(item, questionnaire, found.get(0).index()));
                } else if (required.contains(item)) {
                    missing.add("'" + item + "'");
                    unasked = unasked && questionnaire.dropped().contains(item);
                }
            }
            if (unasked && !missing.isEmpty()) {
                problems.add(questionnaire.name() + ": no column is named like item " + String.join(", ", missing)
                        + "; " + whole(questionnaire));
            } else if (!missing.isEmpty()) {
                String first = missing.get(0).replace("'", "");
                problems.add(String.format(
                        "%s: no column is named like %s %s%s; declare where the items are",
                        questionnaire.name(),
                        missing.size() == 1 ? "item" : "the items",
                        String.join(", ", missing),
                        finder.suggestion(first)));
            }
            return items;
        }

        private List<ItemColumn> byName(Questionnaire questionnaire, Columns.ByName declared) {
            List<ItemColumn> items = new ArrayList<>();
            for (ItemKey item : questionnaire.items()) {
                String name = declared.columns().getOrDefault(item, "");
                if (!name.isEmpty()) {
                    int column = one("item " + item, name, Need.REQUIRED);
                    if (column != NONE) {
                        items.add(new ItemColumn(item, questionnaire, column));
                    }
                } else if (questionnaire.required().contains(item)) {
                    problems.add(String.format(
                            "%s: no column is declared for item %s%s",
                            questionnaire.name(),
                            item,
                            questionnaire.dropped().contains(item) ? "; " + whole(questionnaire) : ""));
                }
            }
            return items;
        }

        private List<ItemColumn> inOrder(Questionnaire questionnaire, Columns.InOrder declared) {
            List<Column> found = new ArrayList<>();
            for (String name : declared.columns()) {
                int column = one("an item of " + questionnaire.name(), name, Need.REQUIRED);
                if (column == NONE) {
                    return List.of();
                }
                found.add(columns.get(column));
            }
            return inQuestionnaireOrder(questionnaire, found, "are declared");
        }

        private List<ItemColumn> matching(Questionnaire questionnaire, Columns.Matching declared) {
            return inQuestionnaireOrder(
                    questionnaire, finder.matching(declared.pattern()), "match '" + declared.pattern() + "'");
        }

        private List<ItemColumn> inQuestionnaireOrder(Questionnaire questionnaire, List<Column> found, String how) {
            List<ItemKey> all = questionnaire.items();
            List<ItemKey> required = questionnaire.required();
            if (found.size() != all.size() && found.size() != required.size()) {
                int undropped = all.size() - questionnaire.dropped().size();
                problems.add(String.format(
                        "%s: it has %d items, but %d columns %s%s%s",
                        questionnaire.name(),
                        all.size(),
                        found.size(),
                        how,
                        found.isEmpty() ? "" : ": " + names(found),
                        found.size() == undropped ? "; " + whole(questionnaire) : ""));
                return List.of();
            }
            List<ItemKey> keys = found.size() == all.size() ? all : required;
            List<ItemColumn> items = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                items.add(
                        new ItemColumn(keys.get(i), questionnaire, found.get(i).index()));
            }
            return items;
        }

        /** A score of fewer items than it was made for would be another score. */
        private static String whole(Questionnaire questionnaire) {
            String dropped = questionnaire.items().stream()
                    .filter(questionnaire.dropped()::contains)
                    .map(ItemKey::value)
                    .collect(Collectors.joining(", "));
            return dropped + " is needed for the score, and is not kept"
                    + (questionnaire.alternatives().isEmpty()
                            ? ""
                            : "; where it was not asked, ask " + String.join(" or ", questionnaire.alternatives()));
        }

        /** A column whose answers never leave the reader must not leave it under another name. */
        void readOnce(
                List<ItemColumn> items, Map<AttributeId, Integer> attributes, Map<AttributeId, ChoiceColumns> choices) {
            for (ItemColumn secret : items) {
                if (secret.questionnaire().keeps(secret.item())) {
                    continue;
                }
                boolean again = attributes.containsValue(secret.column())
                        || choices.values().stream()
                                .anyMatch(choice -> choice.columns().contains(secret.column()))
                        || items.stream()
                                .anyMatch(other -> other.column() == secret.column()
                                        && !(other.item().equals(secret.item())
                                                && other.questionnaire().equals(secret.questionnaire())));
                if (again) {
                    problems.add(String.format(
                            "%s: column '%s' is read for item %s, whose answers are not kept, and cannot be read for"
                                    + " anything else",
                            secret.questionnaire().name(),
                            ColumnFinder.quoted(columns.get(secret.column()).name()),
                            secret.item()));
                }
            }
        }

        private static String names(List<Column> found) {
            return found.stream()
                    .limit(20)
                    .map(column -> "'" + ColumnFinder.quoted(column.name()) + "'")
                    .collect(Collectors.joining(", ", "", found.size() > 20 ? ", …" : ""));
        }
    }
}
