package org.filorosso.engine.playbook.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The page of errors must have every code and no other, and what it shows must be what the reader says. */
class ErrorsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "errors.md");
    private static final Pattern BLOCK = Pattern.compile("```(?:csv|yaml) (\\S+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SAID = Pattern.compile("```text\n(.*?)\n```", Pattern.DOTALL);

    /** What only bytes, links, workbooks, floods or golden customers can show; these have tests of their own. */
    private static final List<String> NOT_SHOWN = List.of(
            "PB-101", "PB-102", "PB-104", "PB-105", "PB-107", "PB-108", "PB-110", "PB-111", "PB-112", "PB-113",
            "PB-114", "PB-115", "PB-116", "PB-117", "PB-701", "PB-702", "PB-703", "PB-704", "PB-705", "PB-706",
            "PB-707", "PB-708", "PB-801", "PB-802", "PB-803", "PB-804", "PB-805", "PB-806", "PB-807", "PB-808",
            "PB-951");

    @TempDir
    Path folder;

    private record Section(String code, String text) {
        Map<String, String> files() {
            Map<String, String> files = new LinkedHashMap<>();
            BLOCK.matcher(text).results().forEach(block -> files.put(block.group(1), block.group(2)));
            return files;
        }

        List<String> said() {
            return SAID.matcher(text)
                    .results()
                    .map((MatchResult said) -> said.group(1))
                    .toList();
        }
    }

    private static List<Section> sections() throws IOException {
        return Stream.of(Files.readString(PAGE).split("(?m)^(?=## PB-)"))
                .map(text -> new Section(text.startsWith("## ") ? text.substring(3, 9) : "", text))
                .toList();
    }

    @Test
    void hasASectionForEveryCodeInOrder() throws IOException {
        assertThat(sections().stream().skip(1).map(Section::code))
                .containsExactlyElementsOf(
                        Stream.of(Code.values()).map(Code::id).sorted().toList());
    }

    @Test
    void showsWhateverCanBeShown() throws IOException {
        assertThat(sections().stream()
                        .skip(1)
                        .filter(section -> section.files().isEmpty())
                        .map(Section::code))
                .containsExactlyElementsOf(NOT_SHOWN);
    }

    @TestFactory
    Stream<DynamicTest> saysExactlyWhatThePageShows() throws IOException {
        List<Section> sections = sections();
        Map<String, String> base = sections.get(0).files();
        Stream<DynamicTest> valid = Stream.of(DynamicTest.dynamicTest(
                "the playbook at the top is valid",
                () -> assertThat(problems("top", base)).isEmpty()));
        return Stream.concat(
                valid,
                sections.stream()
                        .skip(1)
                        .filter(section -> !section.files().isEmpty())
                        .map(section -> DynamicTest.dynamicTest(section.code(), () -> check(section, base))));
    }

    private void check(Section section, Map<String, String> base) {
        Map<String, String> files = new LinkedHashMap<>(base);
        files.putAll(section.files());
        List<Problem> problems = problems(section.code(), files);
        assertThat(problems).extracting(problem -> problem.code().id()).containsOnly(section.code());
        assertThat(section.said())
                .containsExactly(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }

    private List<Problem> problems(String name, Map<String, String> files) {
        return PlaybookReader.read(Folders.write(folder.resolve(name), files), LocalDate.of(2026, 3, 1))
                .problems()
                .all();
    }
}
