package edgecraft.workshop.proof;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.check.CheckRuns;
import edgecraft.workshop.check.OwnJvm;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.Yaml;
import edgecraft.workshop.judge.ChecksInThisJvm;
import edgecraft.workshop.judge.JudgeOptions;
import java.lang.reflect.Method;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * Lets PIT run hidden checks as JUnit tests like others, with the reference in the same JVM, since PIT changes classes where they
 * run. JUnit finds it by itself where {@code solutions/mutation} is on the class path.
 */
public final class MutationExtension
        implements BeforeAllCallback, ExecutionCondition, InvocationInterceptor, TestExecutionExceptionHandler {

    /** Where PIT runs tests on mutants; elsewhere it measures what they cover. */
    private static final String MUTATING = "org.pitest.mutationtest.execute.";

    /** JUnit ends a session with each test that PIT runs; a bucket takes longer to start than most checks run. */
    private static final class Judge {
        private static final CheckRuns CHECKS = start(Path.of("").toAbsolutePath());

        private static CheckRuns start(Path solution) {
            Path root = solution.resolve("../..").normalize();
            Path state = solution.resolve("target/mutation");
            Workspace workspace = new Workspace(root, state, state.resolve("lib"));
            ModuleSpec module = Yaml.read(
                    workspace.module(solution.getFileName().toString()).resolve("exercise.yaml"), ModuleSpec.class);
            return new ChecksInThisJvm(workspace, module, JudgeOptions.ordinary(ModuleProof.SEED));
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(CheckRuns.KEY))
                .put(CheckRuns.KEY, Judge.CHECKS);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getTestMethod()
                        .filter(check -> check.isAnnotationPresent(OwnJvm.class))
                        .isPresent()
                ? ConditionEvaluationResult.disabled("it is about its JVM, and this is PIT's")
                : ConditionEvaluationResult.enabled("it is about the server");
    }

    /**
     * PIT's plugin finds tests by running them all. That is wanted once, where it measures what they cover, and not again in each
     * of the JVMs that run a few of them.
     */
    @Override
    public void interceptTestMethod(
            Invocation<Void> check, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        if (isCalledFrom(MUTATING) && isCalledFrom("org.pitest.junit5.JUnit5TestUnitFinder")) {
            check.skip();
        } else {
            check.proceed();
        }
    }

    private static boolean isCalledFrom(String classes) {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().startsWith(classes)));
    }

    /** A check that is broken has caught no mutant: PIT takes what is aborted for passed. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        if (isCalledFrom(MUTATING) && !(thrown instanceof AssertionError)) {
            throw new TestAbortedException("the check is broken", thrown);
        }
        throw thrown;
    }
}
