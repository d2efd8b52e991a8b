package dev.stickcheck.cookie;

import static dev.stickcheck.cookie.Mending.breaksPrefix;
import static dev.stickcheck.cookie.Mending.eachStep;
import static dev.stickcheck.cookie.Mending.isSuffixItself;
import static dev.stickcheck.cookie.Mending.keep;
import static dev.stickcheck.cookie.Mending.refuses;
import static dev.stickcheck.cookie.Mending.weRead;
import static dev.stickcheck.cookie.Mending.weRefuse;

import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/// Where tough-cookie 6.1 does not follow RFC 6265bis, or cannot be followed.
///
/// Each takes itself out of a case: out of what tough-cookie is given, as if it had refused what it should refuse, or
/// out of what our jar is given, as if it did what tough-cookie does. What applies is read off the case alone; our
/// jar's opinion is never asked.
enum KnownDifference {
    /// Section 5.6, step 1: such a header is ignored. tough-cookie cuts at some of them and stores others.
    CONTROL_CHARACTERS(refuses(step -> step.header().matches("(?s).*[\\x00-\\x08\\x0A-\\x1F\\x7F].*"))),

    /// Section 5.6, step 1: a tab is white space, and stays within a value. tough-cookie refuses it there.
    TAB_IN_VALUE(
            eachStep(step -> step.withPair(step.pair().replace('\t', 'T'))),
            weRead(step -> step.withPair(step.pair().replace('\t', 'T')))),

    /// Section 5.6, step 5: at most 4096 octets. tough-cookie has no limit.
    TOO_LARGE(refuses(step -> step.name().length() + step.value().length() > 4096)),

    /// Section 5.7, step 2: neither name nor value. tough-cookie stores it and sends an empty entry.
    EMPTY(refuses(step -> step.name().isEmpty() && step.value().isEmpty())),

    /// A browser keeps these; our HTTP client would send a question mark for each such octet.
    NOT_ASCII(refuses(step -> !step.pair().matches("\\p{ASCII}*"))),

    /// Section 5.6, step 6: an attribute value over 1024 octets is ignored. tough-cookie has no limit.
    LONG_ATTRIBUTE(
            eachStep(step -> step.without(a -> a.value() != null && a.value().length() > 1024))),

    /// Section 5.7, step 7: the last Domain counts, also an empty one. tough-cookie skips empty ones.
    EMPTY_DOMAIN(eachStep(step -> step.domain().isEmpty() ? step.without(a -> a.is("domain")) : step)),

    /// Section 5.7, step 9: the cookie of a public suffix itself is host-only. tough-cookie refuses it.
    SUFFIX_ITSELF(eachStep(step -> isSuffixItself(step) ? step.without(a -> a.is("domain")) : step)),

    /// Section 5.7, step 9: a public suffix covers nothing. tough-cookie makes an exception for localhost.
    LOCALHOST_DOMAIN(refuses(
            step -> step.domain().equals("localhost") && step.place().host().endsWith(".localhost"))),

    /// Section 5.7, step 10: an address covers itself. tough-cookie stores that of IPv6 with brackets,
    /// and looks without.
    IPV6_DOMAIN(eachStep(Mending::withoutOwnAddress), weRead(Mending::withoutOwnAddress)),

    /// Section 5.7, step 19: SameSite=None needs Secure. tough-cookie does not ask.
    NONE_WITHOUT_SECURE(refuses(step -> "none".equalsIgnoreCase(step.last("samesite")) && !step.has("secure"))),

    /// Section 5.7, steps 20 and 21: prefixes compare without case. tough-cookie compares with case.
    PREFIX_CASE(refuses(step -> breaksPrefix(step)
            && !step.name().startsWith("__Secure-")
            && !step.name().startsWith("__Host-"))),

    /// Section 5.7, step 21: a Path that means its default counts where that is `/`. tough-cookie asks for
    /// a written `/`.
    HOST_PREFIX_DEFAULT_PATH(
            keep(), weRefuse(step -> step.name().startsWith("__Host-") && !"/".equals(step.last("path")))),

    /// Section 5.7, step 22: a nameless cookie must not look prefixed. tough-cookie does not look.
    NAMELESS_PREFIX(refuses(step -> step.name().isEmpty() && step.value().matches("(?i)__(secure|host)-.*"))),

    /// Section 5.6, step 3: in `=a=b` the name is empty. tough-cookie drops the first sign and reads the name a.
    NAMELESS_WITH_EQUALS(eachStep(Mending::withoutFirstSign), weRead(Mending::withoutFirstSign)),

    /// Section 5.7, step 16: a plain origin does not overlay a secure cookie. tough-cookie lets it.
    OVERLAID_SECURE(Mending::withoutOverlays),

    /// Section 5.7: expired cookies are gone. tough-cookie keeps a deleted cookie's place for its successor.
    PLACE_OF_DELETED(keep(), Mending::withoutReplacedDeletions),

    /// Section 5.7, step 23: a host-only cookie and a domain cookie are two. tough-cookie keeps the later.
    HOST_ONLY_IDENTITY(keep(), Mending::withOneReach),

    /// Section 5.1.4: paths compare octet by octet. tough-cookie decodes the path of the request.
    DECODED_PATH(Mending::withEscapedEscapes);

    private final UnaryOperator<CookieCase> theirs;
    private final BinaryOperator<CookieCase> ours;

    KnownDifference(UnaryOperator<CookieCase> theirs) {
        this(theirs, (ours, mended) -> ours);
    }

    KnownDifference(UnaryOperator<CookieCase> theirs, BinaryOperator<CookieCase> ours) {
        this.theirs = theirs;
        this.ours = ours;
    }

    /// What tough-cookie is given.
    CookieCase theirs(CookieCase one) {
        return theirs.apply(one);
    }

    /// What our jar is given, where tough-cookie is given `mended`.
    CookieCase ours(CookieCase one, CookieCase mended) {
        return ours.apply(one, mended);
    }
}
