package org.filorosso.engine.playbook.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** YAML must be read as text with its lines, and must not be able to do anything. */
class YamlTest {
    private final Problems problems = new Problems();

    @Test
    void readsTextsAsTypedWithTheLinesOfTheirKeys() {
        Yaml tree = read("a: off\nb:\n  - {c: 010, d: 2026-12-31}\n  - 'x: y'\ne: 😀\nf: ~\ng: []\n");

        assertThat(problems.all()).isEmpty();
        assertThat(Dotted.of(tree).stream()
                        .map(v -> v.place().line() + " " + v.key() + "=" + v.value())
                        .collect(Collectors.joining("; ")))
                .isEqualTo("1 a=off; 3 b.1.c=010; 3 b.1.d=2026-12-31; 4 b.2=x: y; 5 e=😀; 6 f=~; 7 g=[]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: &x 1\\nb: *x|YAML_FEATURE|1",
                "a: 1\\nb: !!javax.script.ScriptEngineManager [x]|YAML_FEATURE|2",
                "a: 1\\n---\\nb: 2|YAML_FEATURE|3",
                "? [a]\\n: 1|YAML_FEATURE|1",
                "a: 1\\na: 2|YAML_DUPLICATE_KEY|2",
                "a: [1|YAML_SYNTAX|2",
                "a: b: c|YAML_SYNTAX|1"
            })
    void refusesWhatIsMoreThanText(String text, Code code, int line) {
        read(text.replace("\\n", "\n") + "\n");

        assertThat(problems.errors()).extracting(Problem::code).containsExactly(code);
        assertThat(problems.errors()).extracting(Problem::line).containsExactly(line);
    }

    @Test
    void refusesDepthBeforeItHurts() {
        read("a: " + "[".repeat(5_000_000));

        assertThat(problems.errors()).extracting(Problem::code).containsExactly(Code.YAML_SYNTAX);
    }

    @Test
    void readsAnEmptyTextAsNoKeys() {
        assertThat(Dotted.of(read("# only a comment\n"))).isEmpty();
        assertThat(problems.all()).isEmpty();
    }

    private Yaml read(String text) {
        Text read = TextReader.read("tests/a.yaml", text.getBytes(StandardCharsets.UTF_8), new Problems());
        assertThat(read).isNotNull();
        return Yaml.read(read, problems);
    }
}
