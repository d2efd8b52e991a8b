package dev.stickcheck.simulations;

import java.util.HashMap;
import java.util.Map;
import java.util.prefs.AbstractPreferences;
import java.util.prefs.Preferences;
import java.util.prefs.PreferencesFactory;
import org.jspecify.annotations.Nullable;

/// Preferences that are kept nowhere, and that say that Gatling's latest version was looked up just now.
///
/// Otherwise Gatling asks Maven Central for it, in every run and for every report: nothing but the target is contacted.
public final class UnaskedVersion implements PreferencesFactory {
    private static final String LAST_CHECK = "lastCheckTimestamp";

    private final Preferences root = new Kept(null, "");

    @Override
    public Preferences systemRoot() {
        return root;
    }

    @Override
    public Preferences userRoot() {
        return root;
    }

    /// One node, in memory.
    private static final class Kept extends AbstractPreferences {
        private final Map<String, String> values = new HashMap<>();

        Kept(@Nullable Kept parent, String name) {
            super(parent, name);
        }

        @Override
        protected void putSpi(String key, String value) {
            values.put(key, value);
        }

        @Override
        protected @Nullable String getSpi(String key) {
            return key.equals(LAST_CHECK) ? Long.toString(System.currentTimeMillis()) : values.get(key);
        }

        @Override
        protected void removeSpi(String key) {
            values.remove(key);
        }

        @Override
        protected void removeNodeSpi() {
            values.clear();
        }

        @Override
        protected String[] keysSpi() {
            return values.keySet().toArray(String[]::new);
        }

        @Override
        protected String[] childrenNamesSpi() {
            return new String[0];
        }

        @Override
        protected AbstractPreferences childSpi(String name) {
            return new Kept(this, name);
        }

        @Override
        protected void syncSpi() {
            // There is no store.
        }

        @Override
        protected void flushSpi() {
            // There is no store.
        }
    }
}
