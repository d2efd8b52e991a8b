package dev.stickcheck.cookie;

/// Names under which anyone can register, so that no cookie may cover them: `com`, `co.uk`, `github.io`.
public interface PublicSuffixes {
    /// Whether the host (ASCII, small letters) is such a name.
    boolean isPublicSuffix(String asciiHost);

    /// The Public Suffix List as Guava carries it, both of its sections, which is what browsers use for cookies.
    static PublicSuffixes maintained() {
        return MaintainedSuffixes.INSTANCE;
    }
}
