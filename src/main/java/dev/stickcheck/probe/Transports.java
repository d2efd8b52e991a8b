package dev.stickcheck.probe;

import dev.stickcheck.model.Plan;
import java.util.Locale;

/// Picks the transport that a plan needs.
public final class Transports {
    private Transports() {}

    /// Makes this process ready for the plan: its host names before anything looks one up.
    public static void prepare(Plan plan) {
        HostOverrides.set(plan.network().resolve());
    }

    /// A transport, to be closed by the caller.
    ///
    /// @throws ProbeProblem when TLS cannot be set up as asked
    public static Transport of(Plan plan) {
        String scheme = plan.url().getScheme().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https") || scheme.equals("wss");
        HttpClients recipe =
                new HttpClients(plan.network(), secure, plan.schedule().timeout());
        boolean body = plan.instanceSource().readsBody();
        return plan.webSocket()
                ? new WebSocketTransport(recipe, body)
                : new HttpTransport(
                        recipe,
                        plan.network().connections(),
                        body,
                        plan.schedule().concurrency());
    }
}
