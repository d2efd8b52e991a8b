package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimelineOrderTest {
    @Test
    void givesTheFirstMarkToTheFirstOfTheTableWhoeverAnsweredFirst() {
        TimelineOrder order = new TimelineOrder(List.of("c", "a", "b"), List.of("a", "b", "c"));

        assertThat(order.ids()).containsExactly("a", "b", "c");
        assertThat(order.of("0012!.+0")).isEqualTo("2201!.+2");
    }

    @Test
    void putsInstancesThatNoTableShowsAtTheEnd() {
        TimelineOrder order = new TimelineOrder(List.of("x", "b", "y", "a"), List.of("a", "b", "declared"));

        assertThat(order.ids()).containsExactly("a", "b", "x", "y");
        assertThat(order.of("0123")).isEqualTo("2130");
    }

    @Test
    void leavesThoseWithoutAMarkBehindTheOthers() {
        List<String> seen = IntStream.rangeClosed(1, 40).mapToObj(i -> "i" + i).toList();
        TimelineOrder order = new TimelineOrder(seen, seen.reversed());

        assertThat(order.ids()).startsWith("i36").endsWith("i37", "i38", "i39", "i40");
        assertThat(order.of("0z+")).isEqualTo("z0+");
    }
}
