package edgecraft.workshop.judge;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import edgecraft.workshop.check.CheckRuns;
import java.util.List;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs check methods with JUnit; nothing but what is named here has a say in it. */
final class Launch {

    private static final LauncherConfig NOTHING_BY_ITSELF = LauncherConfig.builder()
            .enableTestEngineAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .addTestEngines(new JupiterTestEngine())
            .build();

    private Launch() {}

    /**
     * Runs checks.
     *
     * @param checks which
     * @param sideBySide how many at once
     * @param runs begins each of them
     * @param troubles is told what JUnit has to say of a check that no run was begun for
     */
    static void run(List<CheckCatalog.Entry> checks, int sideBySide, CheckRuns runs, Troubles troubles) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(checks.stream()
                        .map(check -> selectMethod(check.method().getDeclaringClass(), check.method()))
                        .toList())
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter(
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", Integer.toString(sideBySide))
                .configurationParameter(
                        "junit.jupiter.execution.parallel.config.fixed.max-pool-size", Integer.toString(sideBySide))
                .build();
        try (LauncherSession session = LauncherFactory.openSession(NOTHING_BY_ITSELF)) {
            session.getStore().put(Namespace.create(CheckRuns.KEY), CheckRuns.KEY, runs);
            session.getLauncher().execute(request, new Listener(troubles));
        }
    }

    /** Hears of failures outside of any check. */
    interface Troubles {

        void heard(String check, Throwable thrown);
    }

    private record Listener(Troubles troubles) implements TestExecutionListener {

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.getSource().orElse(null) instanceof MethodSource source) {
                result.getThrowable()
                        .ifPresent(thrown -> troubles.heard(CheckCatalog.idOf(source.getJavaMethod()), thrown));
            }
        }
    }
}
