package org.evenkeel.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.core.cohort.CohortPlan;
import org.evenkeel.core.instrument.Aggregate;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.instrument.Catalogue;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.Licence;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.instrument.Theme;
import org.evenkeel.core.instrument.Title;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.core.study.Columns;
import org.evenkeel.core.study.Coverage;
import org.evenkeel.core.study.DuplicateRule;
import org.evenkeel.core.study.Headcounts;
import org.evenkeel.core.study.InstrumentUse;
import org.evenkeel.core.study.ReleaseCadence;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.core.study.Rhythm;
import org.evenkeel.core.study.Roster;
import org.evenkeel.core.study.Source;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.Study;
import org.evenkeel.intake.SourcePlan.AttributeColumn;
import org.evenkeel.intake.SourcePlan.Need;
import org.junit.jupiter.api.Test;

class SourcePlanTest {
    private static final SourceId SURVEY = new SourceId("term-survey");
    private static final ItemKey ENERGY = new ItemKey("energy");
    private static final Respondents IDENTIFIED = new Respondents.Identified("student", "students");
    private static final Catalogue CATALOGUE =
            Catalogue.of(List.of(instrument("mood", Plans.items(3)), instrument("energy", List.of(ENERGY))));

    private static Instrument instrument(String id, List<ItemKey> items) {
        Scale scale = new Scale(
                new ScaleId(id),
                new Title(id),
                Theme.STRESS,
                items,
                Set.of(items.get(0)),
                new AnswerRange(0, 4),
                0,
                Aggregate.SUM,
                1,
                1,
                Direction.HIGHER_IS_WORSE,
                "points",
                Optional.empty(),
                Optional.empty());
        return new Instrument(
                new InstrumentId(id),
                new Title(id),
                "1",
                items,
                new AnswerRange(0, 4),
                Plans.ANCHORS,
                Set.of(),
                List.of(
                        new Instrument.Coding("agree-low", Set.of(items.get(0))),
                        new Instrument.Coding("agree-high", Set.copyOf(items.subList(1, items.size())))),
                List.of(scale),
                new Licence("free", "us"),
                List.of(),
                List.of());
    }

    private static Study study(
            Roster roster, Respondents respondents, String instrument, String item, String platform) {
        Source source = new Source(
                SURVEY,
                Rhythm.SURVEY,
                List.of("*.csv"),
                respondents,
                List.of(new InstrumentUse(
                        new InstrumentId(instrument),
                        Optional.of("agree-high"),
                        new Columns.NamedLikeItems(),
                        Map.of())),
                Map.of(new ItemKey(item), "Q7"),
                Map.of(),
                DuplicateRule.LAST,
                Optional.of(platform));
        return new Study(
                "School",
                Plans.CALENDAR,
                Coverage.CENSUS,
                new ReleaseCadence(ReleaseCadence.TermRelease.CUT_OFF, ReleaseCadence.WeeklyRelease.TERM),
                roster,
                new CohortPlan(List.of(Plans.YEAR), List.of(), Map.of()),
                Headcounts.NONE,
                List.of(source),
                10,
                Optional.empty());
    }

    @Test
    void of_declaredCoding_mirrorsTheItemsItReversesDifferently() {
        SourcePlan plan = SourcePlan.of(
                study(new Roster.OwnColumns(), IDENTIFIED, "mood", "energy", "qualtrics"), CATALOGUE, SURVEY);
        assertThat(plan.questionnaires().get(0).flipped()).containsExactlyInAnyOrderElementsOf(Plans.items(3));
        assertThat(plan.questionnaires().get(1).items()).containsExactly(ENERGY);
        assertThat(plan.questionnaires().get(1).columns()).isEqualTo(new Columns.ByName(Map.of(ENERGY, "Q7")));
    }

    @Test
    void of_roster_decidesWhichAttributesTheExportMustHave() {
        AttributeColumn required = new AttributeColumn(Plans.YEAR, "year", Need.REQUIRED);
        AttributeColumn optional = new AttributeColumn(Plans.YEAR, "year", Need.OPTIONAL);
        Roster file = new Roster.FromFile("roster.csv", "students");
        assertThat(attributes(new Roster.OwnColumns(), IDENTIFIED)).containsExactly(required);
        assertThat(attributes(new Roster.FromSource(SURVEY), IDENTIFIED)).containsExactly(required);
        assertThat(attributes(new Roster.FromSource(new SourceId("other")), IDENTIFIED))
                .isEmpty();
        assertThat(attributes(file, IDENTIFIED)).isEmpty();
        assertThat(attributes(file, new Respondents.Unlinked())).containsExactly(optional);
    }

    private static List<AttributeColumn> attributes(Roster roster, Respondents respondents) {
        return SourcePlan.of(study(roster, respondents, "mood", "energy", "redcap"), CATALOGUE, SURVEY)
                .attributes();
    }

    @Test
    void of_whatTheCatalogueDoesNotKnow_isRefusedAllAtOnce() {
        Study study = study(new Roster.OwnColumns(), IDENTIFIED, "moood", "enrgy", "qualtrix");
        assertThatThrownBy(() -> SourcePlan.of(study, CATALOGUE, SURVEY))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining("no instrument 'moood'; did you mean 'mood'?")
                .hasMessageContaining("'enrgy' alone; did you mean 'energy'?")
                .hasMessageContaining("no platform 'qualtrix'; did you mean 'qualtrics'?");
    }
}
