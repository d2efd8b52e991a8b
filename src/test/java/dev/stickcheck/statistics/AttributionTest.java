package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stickcheck.model.Attribution;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.Instances;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final List<String> EXAMPLE = List.of("AAAAA", "BBBBB", "CCCCC", "ABBBB", "BCBAC", "CCCAC");

    /// STATISTICS 1.1, the worked example.
    @Test
    void measuresAgreementWithinAndBetweenSessions() {
        Attribution seen = of(EXAMPLE, 5);

        assertThat(seen.sessions()).isEqualTo(6);
        assertThat(seen.transitions()).isEqualTo(24);
        assertThat(seen.agreement().home()).isCloseTo(2 / 3.0, EXACT);
        assertThat(seen.agreement().modal()).isCloseTo(5 / 6.0, EXACT);
        assertThat(seen.agreement().within()).isCloseTo(11 / 15.0, EXACT);
        assertThat(seen.agreement().between()).isCloseTo(94 / 375.0, EXACT);
    }

    /// STATISTICS 1.1, oracles section 1: the kin of kappa follow from the same sums. For chance Fleiss takes a
    /// session's own pairs too, P_e = 17/50, and Krippendorff all pairs of different answers.
    @Test
    void keepsTheSumsOfFleissAndKrippendorff() {
        Story story = new Story(5);
        tell(story, EXAMPLE);
        AgreementSums sums = story.sums();
        double answers = sums.transitions() + sums.sessions();
        double fleiss = sums.squaredCounts() / answers / answers;
        double krippendorff = (sums.squaredCounts() - answers) / (answers * (answers - 1));

        assertThat(fleiss).isCloseTo(17 / 50.0, EXACT);
        assertThat(beyond(fleiss, sums)).isCloseTo(59 / 99.0, EXACT);
        assertThat(beyond(krippendorff, sums)).isCloseTo(181 / 297.0, EXACT);
    }

    private static double beyond(double chance, AgreementSums sums) {
        double within = sums.shares().within();
        return new AgreementSums.Shares(within, chance, 0, 0).beyondChance(within);
    }

    /// STATISTICS 1.1: half of the sessions fail.
    @Test
    void countsTheSessionsThatMoved() {
        Story story = new Story(5, new Instances.Undeclared(), Expectation.STICKY, false);
        tell(story, EXAMPLE);

        assertThat(story.findings().stickiness().sessionsMoved()).isEqualTo(3);
        assertThat(story.findings().stickiness().sessionsJudged()).isEqualTo(6);
    }

    /// STATISTICS 1.1: the kappa family, and the error by deleting one session at a time.
    @Test
    void correctsForChance() {
        Attribution.Kappa kappa = of(EXAMPLE, 5).kappa();

        assertThat(kappa.pair().value()).isCloseTo(181 / 281.0, EXACT);
        assertThat(kappa.home().value()).isCloseTo(156 / 281.0, EXACT);
        assertThat(kappa.adjacent().value()).isCloseTo(1373 / 2248.0, EXACT);
        assertThat(kappa.pair().standardError()).isCloseTo(0.206042049934, EXACT);
        assertThat(kappa.unknown()).isNull();
    }

    /// STATISTICS 2: the ratio estimator's error over sessions, its design effect, and the correlation by ANOVA.
    @Test
    void knowsThatSwitchesOfOneSessionDependOnOneAnother() {
        Attribution.SwitchRate rate = of(EXAMPLE, 5).switchRate();

        assertThat(rate.rate()).isCloseTo(7 / 24.0, EXACT);
        assertThat(rate.standardError()).isCloseTo(0.163511807253, EXACT);
        assertThat(rate.designEffect()).isCloseTo(3.105882352941, EXACT);
        assertThat(rate.standardError() / Math.sqrt(rate.designEffect()))
                .as("of as many independent transitions")
                .isCloseTo(0.092780480666, EXACT);
        assertThat(rate.correlation()).isCloseTo(0.583333, within(5e-7));
        double half = 2.015048372669 * 0.163511807253;
        assertThat(rate.interval().low()).isZero();
        assertThat(rate.interval().high()).as("t with 5 degrees of freedom").isCloseTo(7 / 24.0 + half, within(1e-9));
    }

    /// STATISTICS 2: without a switch the bound is Clopper and Pearson's on sessions, and not on requests.
    @Test
    void boundsTheSwitchRateBySessionsWhereNothingSwitched() {
        Attribution.SwitchRate rate = of(List.of("AAAAA", "BBBBB", "CCCCC"), 5).switchRate();

        assertThat(rate.rate()).isZero();
        assertThat(rate.interval().high()).isCloseTo(ExactInterval.upper(3, 0, 0.05), EXACT);
    }

    @Test
    void knowsNoKappaWithOneInstanceOrOneSession() {
        assertThat(of(List.of("AAAAA", "AAAAA"), 5).kappa().pair()).isNull();
        assertThat(of(List.of("AAAAA", "AAAAA"), 5).kappa().unknown()).contains("single instance");
        assertThat(of(List.of("AABBA"), 5).kappa().unknown()).contains("fewer than two sessions");
        assertThat(of(List.of("A", "B"), 5).sessions())
                .as("one answer cannot disagree")
                .isZero();
    }

    /// STATISTICS 1.1: kappa_home estimates the share of requests that honour affinity. Of 3,000 sessions its standard
    /// error is below 0.01.
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.9})
    void estimatesHowManyRequestsHonourAffinity(double honoured) {
        SplittableRandom random = new SplittableRandom(17);
        double[] weights = {0.5, 0.3, 0.2};
        Story story = new Story(5);
        for (int i = 0; i < 3_000; i++) {
            String home = drawn(random, weights);
            StringBuilder answers = new StringBuilder(home);
            for (int j = 1; j < 5; j++) {
                answers.append(random.nextDouble() < honoured ? home : drawn(random, weights));
            }
            story.session("s" + i, answers.toString());
        }

        Attribution.Estimate home =
                story.findings().stickiness().attribution().kappa().home();
        assertThat(home.value()).isCloseTo(honoured, within(4 * home.standardError()));
        assertThat(home.standardError()).isLessThan(0.01);
    }

    /// STATISTICS 1.1: sessions that fail by chance alone.
    @ParameterizedTest
    @CsvSource({"2, 2, 0.5", "2, 5, 0.9375", "2, 10, 0.998047", "3, 2, 0.666667", "3, 5, 0.987654", "5, 2, 0.8"})
    void knowsHowOftenSessionsFailByChance(int instances, int requests, double rate) {
        Story story = new Story(requests, new Instances.Counted(instances), Expectation.STICKY, true);
        story.session("a", "AA");

        assertThat(story.findings().stickiness().attribution().failureRateByChance())
                .isCloseTo(rate, within(5e-7));
    }

    /// STATISTICS 1.1: the rate per transition that 5 % of sessions come to.
    @ParameterizedTest
    @CsvSource({
        "2, 0.0500000000",
        "3, 0.0253205655",
        "5, 0.0127414551",
        "10, 0.0056830450",
        "20, 0.0026960063",
        "50, 0.0010462542",
        "100, 0.0005179799"
    })
    void turnsARateOfSessionsIntoOneOfTransitions(int requests, double perTransition) {
        assertThat(SessionRate.perTransition(0.05, requests)).isCloseTo(perTransition, within(1e-10));
        assertThat(SessionRate.perSession(perTransition, requests)).isCloseTo(0.05, within(2e-8));
    }

    /// Student's t of STATISTICS 5.2.
    @Test
    void knowsStudentsQuantile() {
        assertThat(SpecialFunctions.studentQuantile(0.95, 9)).isCloseTo(1.8331129327, within(1e-10));
        assertThat(SpecialFunctions.studentQuantile(0.5, 9)).isCloseTo(0, within(1e-7));
    }

    /// Splitting sessions in any way and relabelling instances changes nothing but rounding.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void doesNotDependOnTheOrderOfSessionsOrTheNamesOfInstances(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> sessions = random.ints(40, 0, 81)
                .mapToObj(n -> "" + "ABC".charAt(n % 3) + "ABC".charAt(n / 3 % 3) + "ABC".charAt(n / 9 % 3)
                        + "ABC".charAt(n / 27 % 3))
                .toList();
        List<String> renamed = sessions.reversed().stream()
                .map(session -> session.replace('A', 'x').replace('B', 'y').replace('C', 'A'))
                .toList();

        Attribution one = of(sessions, 4);
        Attribution other = of(renamed, 4);
        assertThat(other.kappa().pair().value()).isCloseTo(one.kappa().pair().value(), EXACT);
        assertThat(other.kappa().pair().standardError())
                .isCloseTo(one.kappa().pair().standardError(), within(1e-9));
        assertThat(other.switchRate().standardError())
                .isCloseTo(one.switchRate().standardError(), EXACT);
    }

    private static String drawn(SplittableRandom random, double[] weights) {
        double rest = random.nextDouble();
        for (int i = 0; i < weights.length - 1; i++) {
            rest -= weights[i];
            if (rest < 0) {
                return "ABC".substring(i, i + 1);
            }
        }
        return "C";
    }

    private static Attribution of(List<String> sessions, int requests) {
        Story story = new Story(requests);
        tell(story, sessions);
        return story.findings().stickiness().attribution();
    }

    private static void tell(Story story, List<String> sessions) {
        for (int i = 0; i < sessions.size(); i++) {
            story.session("s" + i, sessions.get(i));
        }
    }
}
