package dev.stickcheck.lab;

import dev.stickcheck.model.NearestName;
import dev.stickcheck.model.Text;
import java.util.Collection;
import java.util.List;

/// Tells what there is when a name is mistyped.
final class NearestNames {
    private static final int MOST = 2;

    private NearestNames() {}

    /// `there is no policy 'cooky': did you mean cookie? There are round-robin, random, cookie, ip-hash`.
    static String explain(String kind, String given, Collection<String> valid) {
        List<String> near = NearestName.of(given, valid, MOST);
        return "there is no " + kind + " '" + Text.inert(given, 40) + "'"
                + (near.isEmpty() ? "; there are " : ": did you mean " + String.join(" or ", near) + "? There are ")
                + String.join(", ", valid);
    }
}
