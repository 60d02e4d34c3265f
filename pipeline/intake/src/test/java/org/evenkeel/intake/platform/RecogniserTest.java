package org.evenkeel.intake.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.intake.platform.Layout.Certainty;
import org.evenkeel.intake.table.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecogniserTest {
    private static List<Row> head(String... lines) {
        List<Row> head = new ArrayList<>();
        for (String line : lines) {
            head.add(Row.of(head.size() + 1, line.split("\\|", -1)));
        }
        return head;
    }

    /** Tables of a school's own that share a word or two with a platform. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "timestamp|student|mood_01",
                "Timestamp|Mood today?|Comment",
                "id|start time|score|a|b",
                "record_id|score|year",
                "Respondent ID|Score|Year",
                "id|date|lastpage",
                "student|finished|score",
                "EndDate|student|score",
                "Complete?|Name|Score"
            })
    void recognise_wordsOfAPlatformWithoutItsSigns_isAPlainTable(String names) {
        Layout layout = Recogniser.recognise(head(names, "2026-10-01|1|2|3|4", "2026-10-02|1|2|3|4"));
        assertThat(layout.platform()).isEqualTo(Platform.PLAIN);
        assertThat(layout.certainty()).isEqualTo(Certainty.ASSUMED);
    }

    @Test
    void recognise_microsoftFormsOfAnotherLanguage_isLikelyByItsOrder() {
        Layout layout = Recogniser.recognise(head(
                "ID|Startzeit|Fertigstellungszeit|E-Mail|Name|Wie oft?",
                "1|2026-10-01 09:00:00|2026-10-01 09:01:00|anonymous||2"));
        assertThat(layout.platform()).isEqualTo(Platform.MICROSOFT_FORMS);
        assertThat(layout.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(layout.columns())
                .extracting(Column::role)
                .containsExactly(
                        Column.Role.TECHNICAL,
                        Column.Role.TECHNICAL,
                        Column.Role.TECHNICAL,
                        Column.Role.TECHNICAL,
                        Column.Role.TECHNICAL,
                        Column.Role.SURVEY);
    }

    @Test
    void recognise_surveyMonkeyMatrix_namesEachRowAndKeepsTheMarkupOut() {
        Layout layout = Recogniser.recognise(head(
                "Respondent ID|Collector ID|End Date|<b>How</b>&nbsp;often&hellip;||Any other &amp; why",
                "|||calm|busy|Open-Ended Response",
                "118000000001|7|10/13/2026 09:00:00 AM|Never|Often|no"));
        assertThat(layout.columns())
                .extracting(Column::name)
                .containsExactly(
                        "Respondent ID",
                        "Collector ID",
                        "End Date",
                        "How often... [calm]",
                        "How often... [busy]",
                        "Any other & why");
        assertThat(layout.headerRows()).isEqualTo(2);
    }

    @Test
    void response_numberThatASpreadsheetHasRounded_isNoId() {
        Layout layout = Recogniser.recognise(
                head("Respondent ID|Collector ID|End Date|Mood", "|||Response", "1.18E+11|7|10/13/2026 09:00:00 AM|2"));
        assertThat(layout.convention().rules(java.util.Set.of(3)).response(Row.of(3, "1.18E+11", "7", "", "2")))
                .isEmpty();
        assertThat(layout.convention().rules(java.util.Set.of(3)).response(Row.of(3, "118000000001", "7", "", "2")))
                .isEqualTo("118000000001");
    }

    @Test
    void recognise_redcapsOwnStructure_isCertainAndItsFormsAlone_likely() {
        assertThat(Recogniser.recognise(head("record_id|redcap_data_access_group|a|x_complete", "1|g|2|2"))
                        .certainty())
                .isEqualTo(Certainty.CERTAIN);
        assertThat(Recogniser.recognise(head("record_id|a|x_complete", "1|2|2")).certainty())
                .isEqualTo(Certainty.LIKELY);
    }
}
