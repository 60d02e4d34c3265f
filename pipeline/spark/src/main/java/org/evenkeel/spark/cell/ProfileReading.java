package org.evenkeel.spark.cell;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.evenkeel.core.cohort.Profile;
import org.evenkeel.core.cohort.Profiles;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.core.study.Roster;
import org.evenkeel.core.study.Source;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.intake.RosterEntry;
import org.evenkeel.spark.lake.CurrentResponses;
import org.evenkeel.spark.lake.Lake;
import org.evenkeel.spark.lake.TermView;
import org.evenkeel.spark.table.AttributeColumn;
import org.evenkeel.spark.table.ResponseColumn;
import org.evenkeel.spark.table.ScoreColumn;
import org.evenkeel.spark.table.StandingColumn;
import org.evenkeel.spark.table.StatementsColumn;
import org.evenkeel.spark.table.TableColumn;
import org.evenkeel.spark.table.WorkColumn;

/**
 * Fixes the profiles of a term: one value per attribute and respondent. An attribute that a source's own exports hold
 * comes from there, any other from the roster. The value stated last counts; two values at once count as none.
 */
public final class ProfileReading {
    private final Lake lake;
    private final List<AttributeId> attributes;
    private final Roster roster;
    private final List<Source> sources;
    private final List<RosterEntry> entries;

    /**
     * A reading by these rules.
     *
     * @param attributes the declared attributes, which make the profiles
     * @param roster where attributes come from that a source lacks
     * @param sources all sources of the study
     * @param entries the lines of the roster file, where the roster is one
     */
    public ProfileReading(
            Lake lake,
            Collection<AttributeId> attributes,
            Roster roster,
            List<Source> sources,
            List<RosterEntry> entries) {
        this.lake = lake;
        this.attributes = attributes.stream().sorted().toList();
        this.roster = roster;
        this.sources = List.copyOf(sources);
        this.entries = List.copyOf(entries);
        Require.that(
                entries.isEmpty() || roster instanceof Roster.FromFile,
                "%s roster entries were given, but the roster is no file",
                entries.size());
    }

    /** The profiles of everyone who answered in the term. */
    public TermProfiles term(TermView view, CurrentResponses responses) {
        Map<SourceId, Dataset<Row>> stated = new TreeMap<>();
        Map<SourceId, List<Row>> combinations = new TreeMap<>();
        TreeSet<Profile> found = new TreeSet<>();
        for (Source source : sources) {
            if (responses.has(source.id(), view)) {
                Dataset<Row> ofSource = stated(source, view, responses);
                List<Row> rows = combinations(ofSource);
                stated.put(source.id(), ofSource);
                combinations.put(source.id(), rows);
                rows.forEach(row -> found.add(profile(row)));
            }
        }
        Profiles profiles = new Profiles(view.term(), List.copyOf(found));
        Map<SourceId, Dataset<Row>> numbers = new TreeMap<>();
        stated.forEach((source, rows) -> numbers.put(source, numbered(rows, profiles)));
        List<ProfileCount> counts = new ArrayList<>();
        combinations.forEach((source, rows) -> attributes.forEach(a -> counts.add(counted(source, a, rows))));
        return new TermProfiles(profiles, numbers, counts);
    }

    private Dataset<Row> stated(Source source, TermView view, CurrentResponses responses) {
        List<AttributeId> own =
                attributes.stream().filter(a -> holds(source, a)).toList();
        List<AttributeId> others =
                attributes.stream().filter(a -> !own.contains(a)).toList();
        Dataset<Row> respondents = resolved(responses.submissions(source, view, own, List.of()), own);
        if (others.isEmpty()) {
            return respondents;
        }
        return fromRoster(source, view, responses, others)
                .map(listed -> joined(respondents, listed, own, others))
                .orElseGet(() -> withoutRoster(respondents, others));
    }

    /** Whether the source's own exports state the attribute. */
    private boolean holds(Source source, AttributeId attribute) {
        boolean unlinked = source.respondents() instanceof Respondents.Unlinked;
        boolean isRoster =
                roster instanceof Roster.FromSource from && from.source().equals(source.id());
        return unlinked
                || isRoster
                || roster instanceof Roster.OwnColumns
                || source.attributes().containsKey(attribute);
    }

    private Optional<Dataset<Row>> fromRoster(
            Source source, TermView view, CurrentResponses responses, List<AttributeId> wanted) {
        Optional<String> space = idSpace(source.respondents());
        if (roster instanceof Roster.FromFile file) {
            return space.equals(Optional.of(file.idSpace()))
                    ? Optional.of(resolved(listed(view), attributes).select(columns(wanted)))
                    : Optional.empty();
        }
        if (roster instanceof Roster.FromSource from) {
            Source listing = sources.stream()
                    .filter(candidate -> candidate.id().equals(from.source()))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("no source '" + from.source() + "' for the roster"));
            return space.isPresent()
                            && space.equals(idSpace(listing.respondents()))
                            && responses.has(listing.id(), view)
                    ? Optional.of(resolved(responses.submissions(listing, view, wanted, List.of()), wanted))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<String> idSpace(Respondents respondents) {
        return respondents instanceof Respondents.Identified identified
                ? Optional.of(identified.idSpace())
                : Optional.empty();
    }

    /** The roster file's lines for the term, all at one instant, so that two that differ conflict. */
    private Dataset<Row> listed(TermView view) {
        List<TableColumn> columns = new ArrayList<>(List.of(ResponseColumn.RESPONDENT, ResponseColumn.SUBMITTED));
        attributes.forEach(attribute -> columns.add(new AttributeColumn(attribute)));
        List<Row> rows = new ArrayList<>();
        for (RosterEntry entry : entries) {
            if (entry.term().equals(view.term())) {
                List<Object> values = new ArrayList<>();
                values.add(entry.respondent());
                values.add(Timestamp.from(Instant.EPOCH));
                attributes.forEach(attribute -> values.add(entry.attributes().get(attribute)));
                rows.add(RowFactory.create(values.toArray()));
            }
        }
        return lake.session().createDataFrame(rows, TableColumn.schemaOf(columns));
    }

    /** One row per respondent: of each attribute its value and how it came to it. */
    private static Dataset<Row> resolved(Dataset<Row> submissions, List<AttributeId> attributes) {
        List<Column> statements = new ArrayList<>();
        for (AttributeId attribute : attributes) {
            Column value = new AttributeColumn(attribute).column();
            statements.add(collect_set(when(value.isNotNull(), struct(ResponseColumn.SUBMITTED.column(), value)))
                    .as(new StatementsColumn(attribute).columnName()));
        }
        Dataset<Row> grouped = statements.isEmpty()
                ? submissions.select(ResponseColumn.RESPONDENT.column()).distinct()
                : submissions
                        .groupBy(ResponseColumn.RESPONDENT.column())
                        .agg(statements.get(0), statements.stream().skip(1).toArray(Column[]::new));
        List<Column> decided = new ArrayList<>(List.of(ResponseColumn.RESPONDENT.column()));
        for (AttributeId attribute : attributes) {
            Column statement = new StatementsColumn(attribute).column();
            Column instant = array_max(transform(statement, s -> s.getField(ResponseColumn.SUBMITTED.columnName())));
            Column last = filter(
                    statement,
                    s -> s.getField(ResponseColumn.SUBMITTED.columnName()).equalTo(instant));
            Column values =
                    array_distinct(transform(statement, s -> s.getField(new AttributeColumn(attribute).columnName())));
            decided.add(when(
                            size(last).equalTo(lit(1)),
                            element_at(last, 1).getField(new AttributeColumn(attribute).columnName()))
                    .as(new AttributeColumn(attribute).columnName()));
            decided.add(when(size(statement).equalTo(lit(0)), standing(Standing.MISSING))
                    .when(size(last).gt(lit(1)), standing(Standing.CONFLICTING))
                    .when(size(values).gt(lit(1)), standing(Standing.CHANGED))
                    .otherwise(standing(Standing.STATED))
                    .as(new StandingColumn(attribute).columnName()));
        }
        return grouped.select(decided.toArray(Column[]::new));
    }

    private static Dataset<Row> joined(
            Dataset<Row> respondents, Dataset<Row> listed, List<AttributeId> own, List<AttributeId> others) {
        List<Column> columns = new ArrayList<>(List.of(ResponseColumn.RESPONDENT.of(respondents)));
        for (AttributeId attribute : own) {
            columns.add(new AttributeColumn(attribute).of(respondents));
            columns.add(new StandingColumn(attribute).of(respondents));
        }
        for (AttributeId attribute : others) {
            columns.add(new AttributeColumn(attribute).of(listed));
            columns.add(coalesce(new StandingColumn(attribute).of(listed), standing(Standing.MISSING))
                    .as(new StandingColumn(attribute).columnName()));
        }
        return respondents
                .join(
                        listed,
                        ResponseColumn.RESPONDENT.of(respondents).equalTo(ResponseColumn.RESPONDENT.of(listed)),
                        "left")
                .select(columns.toArray(Column[]::new));
    }

    private static Dataset<Row> withoutRoster(Dataset<Row> respondents, List<AttributeId> others) {
        Dataset<Row> all = respondents;
        for (AttributeId attribute : others) {
            AttributeColumn value = new AttributeColumn(attribute);
            all = all.withColumn(value.columnName(), lit(null).cast(value.type()))
                    .withColumn(new StandingColumn(attribute).columnName(), standing(Standing.MISSING));
        }
        return all;
    }

    private static Column standing(Standing standing) {
        return lit(standing.name());
    }

    private static Column[] columns(List<AttributeId> attributes) {
        List<TableColumn> columns = new ArrayList<>(List.of(ResponseColumn.RESPONDENT));
        for (AttributeId attribute : attributes) {
            columns.add(new AttributeColumn(attribute));
            columns.add(new StandingColumn(attribute));
        }
        return TableColumn.columns(columns);
    }

    /** Every combination of values and standings, and how many have it: values, standings, count. */
    private List<Row> combinations(Dataset<Row> stated) {
        List<TableColumn> columns = new ArrayList<>();
        attributes.forEach(attribute -> columns.add(new AttributeColumn(attribute)));
        attributes.forEach(attribute -> columns.add(new StandingColumn(attribute)));
        return stated.groupBy(TableColumn.columns(columns))
                .agg(count(lit(1)).as(WorkColumn.ROWS.columnName()))
                .collectAsList();
    }

    private Profile profile(Row combination) {
        Map<AttributeId, String> values = new TreeMap<>();
        for (int i = 0; i < attributes.size(); i++) {
            values.put(attributes.get(i), combination.isNullAt(i) ? Profile.NOT_STATED : combination.getString(i));
        }
        return Profile.of(values);
    }

    private ProfileCount counted(SourceId source, AttributeId attribute, List<Row> combinations) {
        int place = attributes.size() + attributes.indexOf(attribute);
        Map<Standing, Long> counts = new TreeMap<>();
        long respondents = 0;
        for (Row combination : combinations) {
            long rows = combination.getLong(2 * attributes.size());
            counts.merge(Standing.valueOf(combination.getString(place)), rows, Long::sum);
            respondents += rows;
        }
        return new ProfileCount(
                source,
                attribute,
                respondents,
                counts.getOrDefault(Standing.CHANGED, 0L),
                counts.getOrDefault(Standing.CONFLICTING, 0L),
                counts.getOrDefault(Standing.MISSING, 0L));
    }

    private Dataset<Row> numbered(Dataset<Row> stated, Profiles profiles) {
        if (attributes.isEmpty()) {
            return stated.select(ResponseColumn.RESPONDENT.column(), lit(0).as(ScoreColumn.PROFILE.columnName()));
        }
        List<TableColumn> columns = new ArrayList<>();
        attributes.forEach(attribute -> columns.add(new AttributeColumn(attribute)));
        columns.add(ScoreColumn.PROFILE);
        List<Row> rows = new ArrayList<>();
        for (int number = 0; number < profiles.profiles().size(); number++) {
            List<Object> values = new ArrayList<>();
            for (AttributeId attribute : attributes) {
                values.add(profiles.profiles().get(number).value(attribute));
            }
            values.add(number);
            rows.add(RowFactory.create(values.toArray()));
        }
        Dataset<Row> numbers = lake.session().createDataFrame(rows, TableColumn.schemaOf(columns));
        Column same = attributes.stream()
                .map(AttributeColumn::new)
                .map(column ->
                        coalesce(column.of(stated), lit(Profile.NOT_STATED)).equalTo(column.of(numbers)))
                .reduce(Column::and)
                .orElseThrow();
        return stated.join(broadcast(numbers), same)
                .select(ResponseColumn.RESPONDENT.of(stated), ScoreColumn.PROFILE.of(numbers));
    }
}
