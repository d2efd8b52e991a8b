package dev.stickcheck.cookie;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A jar's cookies in the order in which they are sent, so that sending only has to skip.
///
/// Most jars hold one cookie or two, and there are ten thousand jars: an array of exactly the size that is needed.
final class Shelf {
    /// As many as Chromium keeps for a site; more than any server may rely on (RFC 6265bis section 6.1).
    static final int CAPACITY = 180;

    private static final StoredCookie[] NONE = {};

    private StoredCookie[] cookies = NONE;
    private List<String> untold = List.of();

    /// How many cookies there are whose lifetime has not ended.
    int size(long now) {
        int size = 0;
        for (StoredCookie cookie : cookies) {
            size += cookie.hasEnded(now) ? 0 : 1;
        }
        return size;
    }

    /// Whether there is nothing to send and nothing to tell.
    boolean isIdle() {
        return cookies.length == 0 && untold.isEmpty();
    }

    /// The cookies, in sending order; not to be changed.
    StoredCookie[] cookies() {
        return cookies;
    }

    boolean contains(Predicate<StoredCookie> wanted) {
        for (StoredCookie cookie : cookies) {
            if (wanted.test(cookie)) {
                return true;
            }
        }
        return false;
    }

    /// The cookie whose place one of this name, reach and path would take.
    @Nullable
    StoredCookie find(String name, Reach reach, String path) {
        for (StoredCookie cookie : cookies) {
            if (cookie.isReplacedBy(name, reach, path)) {
                return cookie;
            }
        }
        return null;
    }

    void remove(StoredCookie gone) {
        int at = Arrays.asList(cookies).indexOf(gone);
        StoredCookie[] fewer = Arrays.copyOf(cookies, cookies.length - 1);
        System.arraycopy(cookies, at + 1, fewer, at, fewer.length - at);
        cookies = fewer;
    }

    /// Puts a cookie in its place, which may be that of an old one of the same name, reach and path.
    ///
    /// An ended cookie that is set anew before a request went without it was never missed: nothing to tell.
    void put(StoredCookie cookie, @Nullable StoredCookie old) {
        if (old != null && old.created() == cookie.created()) {
            cookies[Arrays.asList(cookies).indexOf(old)] = cookie;
            return;
        }
        if (old != null) {
            remove(old);
        }
        int at = cookies.length;
        while (at > 0 && cookie.comesBefore(cookies[at - 1])) {
            at--;
        }
        StoredCookie[] more = Arrays.copyOf(cookies, cookies.length + 1);
        System.arraycopy(cookies, at, more, at + 1, cookies.length - at);
        more[at] = cookie;
        cookies = more;
    }

    /// Gives up one cookie if there are too many, those whose lifetime ended aside (RFC 6265bis section 5.7).
    @Nullable
    StoredCookie giveUpOne(long now) {
        if (cookies.length <= CAPACITY) {
            return null;
        }
        dropEnded(now);
        StoredCookie first = null;
        for (StoredCookie cookie : cookies) {
            first = cookie.goesBefore(first) ? cookie : first;
        }
        if (first == null || cookies.length <= CAPACITY) {
            return null;
        }
        remove(first);
        return first;
    }

    /// The names of the cookies that were dropped because their lifetime ended, each told once.
    List<String> tellEnded(long now) {
        dropEnded(now);
        List<String> told = untold;
        untold = List.of();
        return told;
    }

    private void dropEnded(long now) {
        int kept = size(now);
        if (kept == cookies.length) {
            return;
        }
        List<String> names = new ArrayList<>(untold);
        StoredCookie[] rest = kept == 0 ? NONE : new StoredCookie[kept];
        int next = 0;
        for (StoredCookie cookie : cookies) {
            if (!cookie.hasEnded(now)) {
                rest[next++] = cookie;
            } else if (names.size() < CAPACITY) {
                names.add(cookie.label());
            }
        }
        cookies = rest;
        untold = names;
    }
}
