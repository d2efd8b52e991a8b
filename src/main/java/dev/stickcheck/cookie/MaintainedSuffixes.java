package dev.stickcheck.cookie;

import com.google.common.net.InternetDomainName;

/// The list that publicsuffix.org maintains, ICANN and private sections.
enum MaintainedSuffixes implements PublicSuffixes {
    INSTANCE;

    @Override
    public boolean isPublicSuffix(String asciiHost) {
        String bare = asciiHost.endsWith(".") ? asciiHost.substring(0, asciiHost.length() - 1) : asciiHost;
        // "If no rules match, the prevailing rule is *" (publicsuffix.org/list): every top-level name is one.
        if (bare.indexOf('.') < 0) {
            return !bare.isEmpty();
        }
        try {
            return InternetDomainName.from(bare).isPublicSuffix();
        } catch (IllegalArgumentException noDomainName) {
            return false;
        }
    }
}
