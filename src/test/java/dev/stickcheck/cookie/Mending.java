package dev.stickcheck.cookie;

import static dev.stickcheck.cookie.CookieCases.FUTURE;
import static dev.stickcheck.cookie.CookieCases.PAST;

import dev.stickcheck.cookie.CookieCase.Attribute;
import dev.stickcheck.cookie.CookieCase.Place;
import dev.stickcheck.cookie.CookieCase.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// How a known difference is taken out of a case.
final class Mending {
    private static final Set<String> PUBLIC_SUFFIXES =
            Set.of("github.io", "localhost", "web_1", "web_2", "com", "co.uk", "io", "internal", "example");

    private Mending() {}

    static UnaryOperator<CookieCase> keep() {
        return UnaryOperator.identity();
    }

    /// For our jar: as [#refuses].
    static BinaryOperator<CookieCase> weRefuse(Predicate<Step> refused) {
        return (ours, theirs) -> ours.without(refused);
    }

    static UnaryOperator<CookieCase> refuses(Predicate<Step> refused) {
        return one -> one.without(refused);
    }

    /// For our jar: as [#eachStep].
    static BinaryOperator<CookieCase> weRead(UnaryOperator<Step> change) {
        return (ours, theirs) -> ours.withSteps(change);
    }

    static UnaryOperator<CookieCase> eachStep(UnaryOperator<Step> change) {
        return one -> one.withSteps(change);
    }

    /// The same cookie, host-only where it names its own IPv6 address.
    static Step withoutOwnAddress(Step step) {
        boolean own = step.domain().startsWith("[") && step.domain().equals(host(step));
        return own ? step.without(a -> a.is("domain")) : step;
    }

    /// The cookie `a=b` of a header that says `=a=b`.
    static Step withoutFirstSign(Step step) {
        return step.pair().matches("=[^=]+=.*") ? step.withPair(step.pair().substring(1)) : step;
    }

    /// Whether the host sets a cookie for itself by name, and is a public suffix.
    static boolean isSuffixItself(Step step) {
        return step.domain().equals(host(step)) && PUBLIC_SUFFIXES.contains(step.domain());
    }

    /// Whether a name promises what its attributes do not hold.
    static boolean breaksPrefix(Step step) {
        String name = step.name().toLowerCase(Locale.ROOT);
        if (name.startsWith("__secure-")) {
            return !step.has("secure");
        }
        boolean forOneHost =
                step.domain().isEmpty() && step.has("path") && step.path().equals("/");
        return name.startsWith("__host-") && !(step.has("secure") && forOneHost);
    }

    static CookieCase withoutOverlays(CookieCase one) {
        List<Step> kept = new ArrayList<>();
        List<Step> held = new ArrayList<>();
        for (Step step : one.steps()) {
            if (held.stream().noneMatch(secure -> isOverlay(secure, step))) {
                kept.add(step);
                if (isSettable(step)) {
                    held.removeIf(old -> isSameCookie(old, step) && isHostOnly(old) == isHostOnly(step));
                    held.add(step);
                }
            }
        }
        return new CookieCase(kept, one.queries());
    }

    private static boolean isOverlay(Step secure, Step plain) {
        return secure.has("secure")
                && !endsAtOnce(secure)
                && !plain.has("secure")
                && !plain.place().isSecure()
                && secure.name().equals(plain.name())
                && areRelated(reach(secure), reach(plain))
                && (plain.path().equals(secure.path())
                        || plain.path().startsWith(secure.path().replaceFirst("/?$", "/")));
    }

    private static boolean areRelated(String one, String other) {
        return ("." + one).endsWith("." + other) || ("." + other).endsWith("." + one);
    }

    /// Gives a deleted cookie's place to its successor, which then comes twice.
    static CookieCase withoutReplacedDeletions(CookieCase ours, CookieCase theirs) {
        return withEarlier(ours, theirs, (step, later) -> endsAtOnce(step) && isHostOnly(step) == isHostOnly(later));
    }

    /// Gives the place of a host-only cookie to a domain cookie, or the other way round.
    static CookieCase withOneReach(CookieCase ours, CookieCase theirs) {
        return withEarlier(ours, theirs, (step, later) -> isHostOnly(step) != isHostOnly(later));
    }

    private static boolean endsAtOnce(Step step) {
        String age = step.last("max-age", value -> value.matches("-?[0-9]+"));
        String date = step.last("expires", value -> PAST.contains(value) || FUTURE.contains(value));
        return age == null ? date != null && PAST.contains(date) : age.matches("-.*|0+");
    }

    private static boolean isSameCookie(Step one, Step other) {
        return one.name().equals(other.name())
                && one.path().equals(other.path())
                && reach(one).equals(reach(other));
    }

    /// Gives the identity of a later step that both jars store to all earlier ones of its name, path and domain, if
    /// tough-cookie takes them for one cookie where we do not.
    ///
    /// What tough-cookie was spared then goes from ours too: what made our jar refuse it may be gone.
    private static CookieCase withEarlier(CookieCase ours, CookieCase theirs, BiPredicate<Step, Step> differs) {
        List<Step> steps = new ArrayList<>(ours.steps());
        List<Step> stored = steps.stream()
                .filter(step -> theirs.has(step.number()) && isSettable(step))
                .toList();
        for (Step later : stored.reversed()) {
            List<Step> earlier = stored.stream()
                    .filter(step -> step.number() < later.number() && isSameCookie(step, later))
                    .toList();
            if (steps.contains(later) && earlier.stream().anyMatch(step -> differs.test(step, later))) {
                boolean deleted = earlier.stream().anyMatch(Mending::endsAtOnce);
                steps.replaceAll(step -> earlier.contains(step) ? inPlaceOf(step, later, deleted) : step);
                steps.removeIf(step -> !theirs.has(step.number()));
            }
        }
        return new CookieCase(steps, ours.queries());
    }

    /// An earlier cookie as far as it matters to what comes between, under the identity of the later one.
    private static Step inPlaceOf(Step earlier, Step later, boolean deleted) {
        if (deleted) {
            boolean mayBePlain = !later.name().startsWith("__") && !"none".equalsIgnoreCase(later.last("samesite"));
            return mayBePlain ? later.without(a -> a.is("secure")) : later;
        }
        Place place = new Place(
                earlier.place().scheme(), later.place().host(), earlier.place().path());
        Step bare = earlier.withPlace(place).without(a -> a.is("domain"));
        return isHostOnly(later) ? bare : bare.with(new Attribute("Domain", later.domain()));
    }

    private static boolean isSettable(Step step) {
        boolean covers = ("." + host(step)).endsWith("." + step.domain()) && !PUBLIC_SUFFIXES.contains(step.domain());
        return (isHostOnly(step) || covers)
                && (!step.has("secure") || step.place().isSecure())
                && !breaksPrefix(step);
    }

    /// Escapes the escapes, so that decoding gives them back.
    static CookieCase withEscapedEscapes(CookieCase one) {
        return new CookieCase(
                one.steps().stream()
                        .map(step -> step.withPlace(escaped(step.place())))
                        .toList(),
                one.queries().stream().map(Mending::escaped).toList());
    }

    private static Place escaped(Place place) {
        return new Place(place.scheme(), place.host(), place.path().replace("%", "%25"));
    }

    private static boolean isHostOnly(Step step) {
        return step.domain().isEmpty() || isSuffixItself(step);
    }

    private static String reach(Step step) {
        return step.domain().isEmpty() ? host(step) : step.domain();
    }

    private static String host(Step step) {
        return step.place().host().toLowerCase(Locale.ROOT);
    }
}
