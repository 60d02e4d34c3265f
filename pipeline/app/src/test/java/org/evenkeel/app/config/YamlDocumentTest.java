package org.evenkeel.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.problem.UsageProblem;
import org.junit.jupiter.api.Test;

class YamlDocumentTest {
    private final Problems problems = new Problems();

    private Optional<YamlNode> parse(String text) {
        return YamlDocument.parse("study.yaml", text, problems);
    }

    private YamlMapping mapping(String text) {
        return parse(text).flatMap(YamlNode::mapping).orElseThrow();
    }

    @Test
    void values_areReadAsWritten() {
        YamlMapping root = mapping("day: 2026-09-07\nnumber: 3\nlist: [1, b]\nyes: no\n");
        assertThat(root.need("day").flatMap(YamlNode::text)).contains("2026-09-07");
        assertThat(root.need("number").flatMap(YamlNode::wholeNumber)).contains(3);
        assertThat(root.need("list").orElseThrow().items().stream()
                        .map(item -> item.text().orElseThrow()))
                .containsExactly("1", "b");
        assertThat(root.need("yes").flatMap(YamlNode::text)).contains("no");
        assertThat(problems.none()).isTrue();
    }

    @Test
    void problems_areAllSaidAtOnceInTheOrderOfTheirPlaces() {
        YamlMapping root = mapping("trehsold: 5\nnumber: many\nnumber: 2\nlist: {a: 1}\nempty:\n");
        root.need("absent");
        assertThat(root.need("empty").flatMap(YamlNode::text)).isEmpty();
        root.need("list").ifPresent(YamlNode::items);
        assertThat(root.need("number").flatMap(YamlNode::wholeNumber)).isEmpty();
        root.allowOnly(List.of("threshold", "number", "list", "empty", "absent"));
        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOf(UsageProblem.class)
                .hasMessage("""
                        study.yaml:1:1: key 'absent' is missing
                        study.yaml:1:1: unknown key 'trehsold', did you mean 'threshold'?
                        study.yaml:2:9: expected a whole number. Value given: 'many'
                        study.yaml:3:1: key 'number' is given twice, first on line 2
                        study.yaml:4:7: expected a list, such as [a, b], found keys and values
                        study.yaml:5:7: has no value: expected a text, or leave the key out""");
    }

    @Test
    void syntaxError_isALineLikeAnyOther() {
        assertThat(parse("a: 1\nb: [1, 2\nc: 3\n")).isEmpty();
        assertThat(problems.toString()).startsWith("study.yaml:3:2: not YAML: expected ',' or ']'");
    }

    @Test
    void tab_isNamed() {
        assertThat(parse("a:\n\tb: 1\n")).isEmpty();
        assertThat(problems.toString()).startsWith("study.yaml:2:1: not YAML: found character '\\t(TAB)'");
    }

    @Test
    void emptyFile_isSaid() {
        assertThat(parse("# nothing\n")).isEmpty();
        assertThat(problems).hasToString("study.yaml:1:1: is empty");
    }

    @Test
    void aliasOfItself_isRefused() {
        parse("a: &a [1, *a]\n");
        assertThat(problems).hasToString("study.yaml:1:4: aliases may not contain themselves or multiply without end");
    }

    @Test
    void aliasesThatMultiply_areRefused() {
        StringBuilder text = new StringBuilder("a0: &a0 [1, 1]\n");
        for (int i = 1; i <= 24; i++) {
            text.append(String.format(Locale.ROOT, "a%d: &a%d [*a%d, *a%d]%n", i, i, i - 1, i - 1));
        }
        parse(text.toString());
        assertThat(problems.toString()).contains("aliases may not contain themselves or multiply without end");
    }

    @Test
    void wordOutsideTheList_isAnsweredWithTheNearest() {
        mapping("rhythm: check_in\n")
                .need("rhythm")
                .ifPresent(node -> node.oneOf(org.evenkeel.core.study.Rhythm.class));
        assertThat(problems)
                .hasToString(
                        "study.yaml:1:9: must be one of check-in, survey. Value given: 'check_in', did you mean 'check-in'?");
    }
}
