package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Stickiness;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What round robin without any affinity makes of sessions, by the order in which they are visited: the
/// reference values of STATISTICS 0 and 1.2.
class SessionOraclesTest {
    private static final int ROUNDS = 10;

    /// STATISTICS 0, trap 1: in a fixed order none of the sessions fails, or every one does. It is why
    /// order is drawn.
    @ParameterizedTest
    @CsvSource({"6, 3, 5, 0", "20, 4, 10, 0", "7, 3, 5, 7"})
    void failsNoneOrAllOfTheSessionsThatAreVisitedInTurn(int sessions, int instances, int requests, int failures) {
        Story story = new Story(requests, new Instances.Undeclared(), Expectation.STICKY, false);
        for (int i = 0; i < sessions * requests; i++) {
            story.request("s" + i % sessions, name(i % instances));
        }
        Stickiness seen = story.quickFindings().stickiness();

        assertThat(seen.sessionsJudged()).isEqualTo(sessions);
        assertThat(seen.sessionsMoved()).isEqualTo(failures);
    }

    /// STATISTICS 1.2: in an order that is drawn anew in every round consecutive requests agree with
    /// about 1/k. Of 72,000 pairs the share is uncertain by less than 0.002.
    @ParameterizedTest
    @CsvSource({"6, 3, 0.3335", "7, 3, 0.3251", "20, 4, 0.2497", "5, 2, 0.4772"})
    void agreesByChanceWhereRoundsAreShuffled(int sessions, int instances, double agreement) {
        Random random = new Random(12);
        Story story = new Story(ROUNDS);
        for (int run = 0; run < 8_000 / sessions; run++) {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, sessions).boxed().toList());
            int next = random.nextInt(instances);
            for (int round = 0; round < ROUNDS; round++) {
                Collections.shuffle(order, random);
                for (int session : order) {
                    story.request(run + "-" + session, name(next++ % instances));
                }
            }
        }

        assertThat(story.sums().shares().staying()).isCloseTo(agreement, within(0.006));
    }

    private static String name(int instance) {
        return "ABCD".substring(instance, instance + 1);
    }
}
