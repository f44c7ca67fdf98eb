package quorumbook.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class SyllabusTest {
    private static final String TWO_TRACKS = """
            # order
            tracks:
              - name: welcome
                title: "Welcome"   # quoted
                lessons: [first-steps]
              - name: zookeeper
                title: ZooKeeper
                lessons:
                  - tree
                  - node-kinds
            """;

    @TempDir
    Path temp;

    @Test
    void leadsFromLessonToLessonAcrossTracks() {
        Syllabus syllabus = syllabus(TWO_TRACKS);

        assertThat(syllabus.first()).isEqualTo(LessonId.of("welcome/first-steps"));
        assertThat(syllabus.next(LessonId.of("welcome/first-steps"))).contains(LessonId.of("zookeeper/tree"));
        assertThat(syllabus.previous(LessonId.of("zookeeper/tree"))).contains(LessonId.of("welcome/first-steps"));
    }

    @Test
    void endsAtBothEnds() {
        Syllabus syllabus = syllabus(TWO_TRACKS);

        assertThat(syllabus.previous(syllabus.first())).isEmpty();
        assertThat(syllabus.next(LessonId.of("zookeeper/node-kinds"))).isEmpty();
        assertThat(syllabus.next(LessonId.of("kafka/unlisted"))).isEmpty();
    }

    @Test
    void findsALessonByItsNameOrAnUnmistakableBeginning() {
        Syllabus syllabus = syllabus(TWO_TRACKS);

        assertThat(syllabus.find("tree")).contains(LessonId.of("zookeeper/tree"));
        assertThat(syllabus.find("node")).contains(LessonId.of("zookeeper/node-kinds"));
        assertThat(syllabus.find("zookeeper/")).isEmpty();
        assertThat(syllabus.find("")).isEmpty();
    }

    @Test
    void knowsWhatATypoMeant() {
        assertThat(syllabus(TWO_TRACKS).nearest("teer")).containsExactly(LessonId.of("zookeeper/tree"));
    }

    @Test
    void readsOurSyllabusAsYamlWould() throws IOException {
        Path ours = Path.of(System.getProperty("quorumbook.home"), "lessons");
        Object yaml =
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(ours.resolve(Syllabus.FILE)));

        assertThat(yaml).isEqualTo(asYaml(Syllabus.in(ours)));
    }

    @Test
    void readsBothFormsOfListsAsYamlWould() {
        Object yaml = new Load(LoadSettings.builder().build()).loadFromString(TWO_TRACKS);

        assertThat(yaml).isEqualTo(asYaml(syllabus(TWO_TRACKS)));
    }

    @Test
    void saysWhichLineItDoesNotUnderstand() {
        assertThatThrownBy(() -> syllabus("tracks:\n  - name: zookeeper\n    lesons: [tree]\n"))
                .isInstanceOf(LessonException.class)
                .hasMessageContaining("syllabus.yaml:3: cannot tell what 'lesons: [tree]' is");
    }

    @Test
    void refusesATrackWithoutLessons() {
        assertThatThrownBy(() -> syllabus("tracks:\n  - name: zookeeper\n    lessons:\n"))
                .hasMessageContaining("syllabus.yaml:2: track 'zookeeper' has no lessons");
    }

    @Test
    void refusesAnEmptySyllabus() {
        assertThatThrownBy(() -> syllabus("")).hasMessageContaining("lists no lesson");
    }

    private Syllabus syllabus(String text) {
        return Syllabus.in(new Folder(temp).syllabus(text).path());
    }

    private static Map<String, Object> asYaml(Syllabus syllabus) {
        List<Map<String, Object>> tracks = syllabus.tracks().stream()
                .map(track -> Map.<String, Object>of(
                        "name", track.name(),
                        "title", track.title(),
                        "lessons", track.lessons().stream().map(LessonId::name).toList()))
                .toList();
        return Map.of("tracks", tracks);
    }
}
