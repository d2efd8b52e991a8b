package dev.stickcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.Timeline;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayoutTest {

    @Test
    void countsColumnsAsTerminalsDo() {
        assertThat(Columns.of("abc")).isEqualTo(3);
        assertThat(Columns.of("漢字")).isEqualTo(4);
        assertThat(Columns.of("🐟")).isEqualTo(2);
        assertThat(Columns.of("e\u0301")).isEqualTo(1);
        assertThat(Columns.cut("漢字漢字", 5)).isEqualTo("漢字…");
        assertThat(Columns.cut("abcde", 5)).isEqualTo("abcde");
    }

    @Test
    void wrapsBetweenWordsAndKeepsUnitsWithTheirNumbers() {
        assertThat(Columns.wrap("the limit is 5 %.", 15)).containsExactly("the limit is", "5 %.");
        assertThat(Columns.wrap("it took 10 ms more", 10)).containsExactly("it took", "10 ms more");
        assertThat(Columns.wrap("abcdefgh", 3)).containsExactly("abc", "def", "gh");
        assertThat(Columns.wrap("- abcdefgh", 4)).containsExactly("- ab", "cdef", "gh");
        assertThat(Columns.wrap("", 3)).containsExactly("");
    }

    @Test
    void leavesOutTheLeastImportantColumns() {
        Table table = new Table();
        table.column(9, "instance", List.of("instance-with-a-long-name"));
        table.column(1, "one", List.of("1"));
        table.column(2, "two", List.of("2"));
        assertThat(table.lines(40))
                .containsExactly("instance                   one  two", "instance-with-a-long-name    1    2");
        assertThat(table.lines(27)).containsExactly("instance                two", "instance-with-a-long-…    2");
    }

    @Test
    void drawsTheFirst36InstancesAsLetters() {
        Timeline timeline = new Timeline(List.of(), List.of("019az.!+"), false, List.of());
        assertThat(Barcode.of(timeline, 5, 100).rows()).containsExactly("ABJKj.!+");
    }

    @Test
    void drawsAForgedTimelineAsUnidentified() {
        Timeline forged = new Timeline(List.of(), List.of("\u001b[2J|`<é€Z"), false, List.of());
        assertThat(Barcode.of(forged, 5, 100).rows()).containsExactly("..CT.....j");
    }

    @Test
    void listsInstancesBeforeMarksInTheLegend() {
        Timeline timeline = new Timeline(List.of("x", "y"), List.of("!.10"), false, List.of());
        assertThat(Barcode.of(timeline, 5, 100).legend())
                .containsExactly(Map.entry('A', 0), Map.entry('B', 1), Map.entry('!', -1), Map.entry('.', -1));
    }

    @Test
    void thinsSessionsEvenlyAndSaysWhatIsLeftOut() {
        List<String> sessions = IntStream.range(0, 30)
                .mapToObj(i -> Integer.toString(i, 36).repeat(9))
                .toList();
        Barcode barcode = Barcode.of(new Timeline(List.of(), sessions, true, List.of()), 3, 4);
        assertThat(barcode.rows()).containsExactly("AAAA", "KKKK", "UUUU");
        assertThat(barcode.caption())
                .isEqualTo("3 of 30 sessions, evenly thinned; the first 4 answers of each; the record itself is evenly"
                        + " thinned");
    }
}
