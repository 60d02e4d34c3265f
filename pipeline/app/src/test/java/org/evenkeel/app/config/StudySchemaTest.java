package org.evenkeel.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The schema that editors complete from and the loader know the same keys. */
class StudySchemaTest {
    private static final Path FILE = Path.of("../..", Starter.SCHEMA);

    private static JsonNode schema() throws IOException {
        return new ObjectMapper().readTree(Files.readString(FILE));
    }

    private static void assertSameKeys(String pointer, List<String> keys) throws IOException {
        JsonNode place = schema().at(pointer);
        assertThat(place.at("/properties").propertyNames()).as(pointer).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(place.at("/additionalProperties").asBoolean(true))
                .as(pointer + " refuses other keys")
                .isFalse();
    }

    static List<String> problems(String yaml) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FILE));
        return schema.validate(yaml, InputFormat.YAML).stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void schemaAndLoader_knowTheSameKeys() throws IOException {
        assertSameKeys("", Keys.STUDY);
        assertSameKeys("/properties/releases", Keys.RELEASES);
        assertSameKeys("/properties/roster", Keys.ROSTER);
        assertSameKeys("/properties/cohorts", Keys.COHORTS);
        assertSameKeys("/properties/mart", Keys.MART);
        assertSameKeys("/$defs/term", Keys.TERM);
        assertSameKeys("/$defs/source", Keys.SOURCE);
        assertSameKeys("/$defs/instrument", Keys.INSTRUMENT);
        assertSameKeys("/$defs/consent", Keys.CONSENT);
        assertSameKeys("/$defs/time", Keys.TIME);
        assertSameKeys("/$defs/identifiers", Keys.IDENTIFIERS);
        assertSameKeys("/$defs/choice", Keys.CHOICE);
    }

    @Test
    void everyKeyOfTheSchema_saysWhatItIs() throws IOException {
        for (String pointer : List.of(
                "",
                "/properties/releases",
                "/properties/roster",
                "/properties/cohorts",
                "/properties/mart",
                "/$defs/term",
                "/$defs/source",
                "/$defs/instrument",
                "/$defs/consent",
                "/$defs/time",
                "/$defs/identifiers",
                "/$defs/choice")) {
            for (String key : schema().at(pointer + "/properties").propertyNames()) {
                assertThat(schema().at(pointer + "/properties/" + key + "/description")
                                .asString(""))
                        .as(pointer + " " + key)
                        .endsWith(".");
            }
        }
    }

    @Test
    void starter_isValid() throws IOException {
        assertThat(problems(Starter.text("study.yaml"))).isEmpty();
    }

    @Test
    void starterWithEverySettingTurnedOn_isValid() throws IOException {
        assertThat(problems(StarterTest.everySettingOn())).isEmpty();
    }

    @Test
    void slipsOfThePen_areSeenByEditors() throws IOException {
        assertThat(problems(Starter.text("study.yaml").replace("timezone:", "timezon:")))
                .isNotEmpty();
        assertThat(problems(Starter.text("study.yaml") + "threshold: 5\n")).isNotEmpty();
        assertThat(problems(Starter.text("study.yaml") + "mart: { url: 'jdbc:postgresql://x/y', password: plain }\n"))
                .isNotEmpty();
    }
}
