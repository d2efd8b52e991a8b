package dev.stickcheck.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Agrees with tough-cookie, an independent jar, but for differences that are known by name.
class ToughCookieTest {
    private static final int CASES = 3_000;

    /// One with which every known difference shows on its own.
    private static final long SEED = 8;

    @TempDir
    Path folder;

    /// Both jars see the same answers at the same moment. Where they disagree, each known difference that the case
    /// contains is taken out of one jar's input; then they must agree.
    @Test
    void sendsTheCookiesThatToughCookieSendsButForKnownDifferences() throws IOException, InterruptedException {
        List<CookieCase> cases = new CookieCases(SEED).take(CASES);
        List<CookieCase> differing = differing(cases, cases);
        List<Mended> mended = differing.stream().map(Mended::of).toList();
        List<CookieCase> unexplained = unexplained(mended);
        assertThat(unexplained)
                .as("seed %d: cases that no known difference explains", SEED)
                .isEmpty();
        assertThat(aloneIn(mended))
                .as("known differences that explain a case on their own")
                .containsOnlyKeys(KnownDifference.values());
        assertThat(cases.stream()
                        .filter(one -> !String.join("", ourAnswer(one)).isEmpty())
                        .count())
                .as("cases in which a cookie is sent")
                .isGreaterThan(CASES / 2);
        assertThat(cases.size() - differing.size())
                .as("cases without any difference")
                .isGreaterThan(CASES / 2);
    }

    /// A case for each jar, and what was taken out of the one or the other.
    private record Mended(CookieCase original, CookieCase ours, CookieCase theirs, EnumSet<KnownDifference> by) {
        static Mended of(CookieCase original) {
            EnumSet<KnownDifference> by = EnumSet.noneOf(KnownDifference.class);
            CookieCase theirs = original;
            for (KnownDifference difference : KnownDifference.values()) {
                CookieCase changed = difference.theirs(theirs);
                if (!changed.equals(theirs)) {
                    by.add(difference);
                }
                theirs = changed;
            }
            CookieCase ours = original;
            for (KnownDifference difference : KnownDifference.values()) {
                CookieCase changed = difference.ours(ours, theirs);
                if (!changed.equals(ours)) {
                    by.add(difference);
                }
                ours = changed;
            }
            return new Mended(original, ours, theirs, by);
        }
    }

    private List<CookieCase> differing(List<CookieCase> ours, List<CookieCase> theirs)
            throws IOException, InterruptedException {
        List<List<String>> answers = new ToughCookie(folder).answer(Visit.START.toEpochMilli(), theirs);
        assertThat(answers).hasSameSizeAs(ours);
        List<CookieCase> differing = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            if (!ourAnswer(ours.get(i)).equals(answers.get(i))) {
                differing.add(ours.get(i));
            }
        }
        return differing;
    }

    private List<CookieCase> unexplained(List<Mended> mended) throws IOException, InterruptedException {
        List<CookieCase> wrong = differing(
                mended.stream().map(Mended::ours).toList(),
                mended.stream().map(Mended::theirs).toList());
        return mended.stream()
                .filter(one -> wrong.stream().anyMatch(other -> other == one.ours()))
                .map(Mended::original)
                .toList();
    }

    private static Map<KnownDifference, Long> aloneIn(List<Mended> mended) {
        Map<KnownDifference, Long> counts = new EnumMap<>(KnownDifference.class);
        mended.stream()
                .filter(one -> one.by().size() == 1)
                .forEach(one -> counts.merge(one.by().iterator().next(), 1L, Long::sum));
        return counts;
    }

    private static List<String> ourAnswer(CookieCase one) {
        Visit visit = Visit.start();
        one.steps().forEach(step -> visit.get(step.place().url(), step.header()));
        return one.queries().stream().map(query -> visit.cookies(query.url())).toList();
    }
}
