package dev.stickcheck.cli;

/// The version that the jar's manifest tells.
final class Version {
    private Version() {}

    static String text() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
