package dev.stickcheck.compare;

import dev.stickcheck.model.Contrast;
import dev.stickcheck.model.Network;
import dev.stickcheck.model.Network.HttpVersion;
import dev.stickcheck.model.Plan;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Makes instructions of what was asked for.
public final class Instructing {
    /// Asks the target's path again and again.
    public static final String REQUESTS = "dev.stickcheck.simulations.RequestJourney";

    /// Speaks with the lab's application.
    public static final String CONVERSATION = "dev.stickcheck.simulations.ConversationJourney";

    private Instructing() {}

    /// The instructions for a comparison of this plan's target with another, or with itself.
    ///
    /// @param folder for what Gatling needs as a file
    public static Instructions of(
            Contrast contrast, Plan plan, URI off, Timetable timetable, String journey, Path folder) {
        return new Instructions(
                plan.url(),
                off,
                contrast != Contrast.NONE,
                contrast == Contrast.TARGETS || contrast == Contrast.SWITCHED,
                contrast == Contrast.SWITCHED,
                timetable,
                new Instructions.Pace(
                        plan.schedule().concurrency(),
                        plan.schedule().rate(),
                        plan.schedule().thinkTime(),
                        plan.schedule().requestsPerSession()),
                wire(plan, folder),
                plan.request(),
                plan.instanceSource(),
                journey,
                plan.seed());
    }

    static Instructions.Wire wire(Plan plan, Path folder) {
        Network network = plan.network();
        Path authorities = network.caFile();
        return new Instructions.Wire(
                network.connections(),
                http2(plan.url(), network.version()),
                network.insecure(),
                authorities == null ? null : TrustStore.write(authorities, folder),
                plan.schedule().timeout(),
                network.proxy(),
                network.resolve(),
                network.sourceAddresses());
    }

    /// Only where it was asked for: one connection for all users would blur what a connection does.
    private static boolean http2(URI url, @Nullable HttpVersion version) {
        return "https".equals(url.getScheme()) && version == HttpVersion.HTTP_2;
    }
}
