package dev.stickcheck.lab;

import dev.stickcheck.model.Text;
import java.util.Map;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/// Where a PostgreSQL is, with what it takes to be let in; the latter is never shown.
record DatabaseUrl(String text) {
    static final String PARAMETER = "database";
    private static final String SCHEME = "jdbc:postgresql:";

    /// @throws LabProblem when the driver would not understand it
    static DatabaseUrl of(String text) {
        DatabaseUrl url = new DatabaseUrl(text.strip());
        if (!url.text().startsWith(SCHEME)) {
            throw LabProblem.usage("database takes a PostgreSQL, jdbc:postgresql://HOST:PORT/NAME?user=…&password=…");
        }
        if (url.text().contains("@")) {
            throw LabProblem.usage("database takes user and password at its end, " + url.shown()
                    + "?user=…&password=…, or in ~/.pgpass (an @ in them is written %40)");
        }
        if (Driver.parseURL(url.text(), null) == null) {
            throw LabProblem.usage("database " + url.shown() + " is no URL that PostgreSQL's driver understands:"
                    + " write jdbc:postgresql://HOST:PORT/NAME");
        }
        return url;
    }

    /// Whether a piece of a lab's target between two ampersands belongs to the database's URL before it, as in
    /// `database=jdbc:postgresql://localhost/lab?user=me&password=secret`.
    static boolean continuedBy(String name, Map<String, String> before) {
        return before.getOrDefault(PARAMETER, "").contains("?") && PGProperty.forName(name) != null;
    }

    /// A lab's target with the properties of its database left out, of which any may be a credential.
    static String withoutCredentials(String target) {
        int start = target.indexOf(PARAMETER + "=");
        int properties = start < 0 ? -1 : target.indexOf('?', start);
        return properties < 0 ? target : target.substring(0, properties + 1) + "…";
    }

    /// Without what lets one in.
    String shown() {
        String place = text.contains("?") ? text.substring(0, text.indexOf('?')) : text;
        return place.contains("@")
                ? SCHEME + "//" + Text.inert(place.substring(place.lastIndexOf('@') + 1), 120)
                : Text.inert(place, 120);
    }

    @Override
    public String toString() {
        return shown();
    }
}
