package org.filorosso.engine.playbook.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The revision must change with the content, and with nothing else. */
class RevisionTest {
    private static final String ENGAGEMENT = "id,policy,target,effect,plan,reason\nE1,eligibility,*,only,smart,why\n";

    @TempDir
    private Path temp;

    @Test
    void isTheSameWhateverTheLayout() throws IOException {
        String revision = revision("engagement.csv", ENGAGEMENT);

        assertThat(revision(
                        "engagement.csv",
                        "\uFEFFid;policy;target;effect;plan;reason\r\nE1;eligibility;*;only;smart;why\r\n"))
                .isEqualTo(revision);
        assertThat(
                        revision(
                                "engagement.csv",
                                "# c\nREASON ,plan,effect, target,policy,id,note,#x\n\nwhy,smart,Only,*,eligibility, E1 ,n,m\n"))
                .isEqualTo(revision);
        assertThat(revision(
                        "engagement.csv",
                        "id,policy,target,effect,plan,reason,owner\nE1,eligibility,*,only,smart,why,\n"))
                .isEqualTo(revision);
    }

    @Test
    void changesWithEveryWord() throws IOException {
        String revision = revision("engagement.csv", ENGAGEMENT);

        assertThat(revision("engagement.csv", ENGAGEMENT.replace("smart", "Smart")))
                .isNotEqualTo(revision);
        assertThat(revision("engagement.csv", ENGAGEMENT.replace("why", "why not")))
                .isNotEqualTo(revision);
        assertThat(revision("engagement.csv", ENGAGEMENT.replace("plan", "tenure")))
                .isNotEqualTo(revision);
        assertThat(revision("tests/a.yaml", "- name: A\n")).isNotEqualTo(revision("tests/a.yaml", "- name: B\n"));
    }

    @Test
    void countsTheOrderOfRows() throws IOException {
        assertThat(revision("segments.csv", "id,segment\na,x\nb,y\n"))
                .isNotEqualTo(revision("segments.csv", "id,segment\nb,y\na,x\n"));
    }

    @Test
    void doesNotDependOnTheLocale() throws IOException {
        String header = "issue,group,action,value,fallback,from,lever,due\n";
        Map<String, String> english = Map.of(
                "playbook.yaml",
                "format: filorosso/v1\nname: least\nlocale: en\n",
                "actions.csv",
                header + "Grow,Data,more-giga,1234.5,yes,2026-12-31,2.5%,P14D\n");
        Map<String, String> italian = Map.of(
                "playbook.yaml",
                "format: filorosso/v1\nname: least\nlocale: it\n",
                "actions.csv",
                header + "Grow,Data,more-giga,\"1.234,50\",sì,31/12/2026,\"+2,5%\",2 settimane\n");

        assertThat(revision(italian)).isEqualTo(revision(english));
    }

    @Test
    void leavesCommentsOfYamlOut() throws IOException {
        assertThat(revision("playbook.yaml", "# c\nname:   \"least\"  # d\nformat: filorosso/v1\n"))
                .isEqualTo(revision(Map.of()));
        assertThat(revision("population.yaml", "a: 1\n")).isNotEqualTo(revision(Map.of()));
    }

    @Test
    void namesAnAttributeInAnyCase() throws IOException {
        Map<String, String> files =
                new HashMap<>(Map.of("attributes.csv", "name,source,type\nmonthly spend,customer,number\n"));
        files.put("segments.csv", "id,segment,monthly spend\na,x,> 3\n");
        String revision = revision(files);
        files.put("segments.csv", "id,segment,Monthly Spend\na,x,> 3\n");

        assertThat(revision(files)).isEqualTo(revision);
    }

    private String revision(String file, String text) throws IOException {
        return revision(Map.of(file, text));
    }

    private String revision(Map<String, String> files) throws IOException {
        Map<String, String> all = new HashMap<>(Folders.LEAST);
        all.putAll(files);
        Problems problems = new Problems();
        Sheets sheets = Sheets.read(Folders.write(Files.createTempDirectory(temp, "playbook"), all), problems);
        assertThat(problems.all()).isEmpty();
        return Revision.of(sheets).hex();
    }
}
