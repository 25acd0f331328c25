package edgecraft.workshop.check;

import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.BucketLink;
import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.EdgeStubs;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Resolver;
import edgecraft.fixtures.Viewer;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands checks what they ask for, and tells the judge how they ended. */
public final class CheckExtension implements ParameterResolver, BeforeEachCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(CheckRuns.KEY);

    private static final Map<Class<?>, Function<CheckRun, Object>> PARAMETERS = Map.of(
            Instance.class, CheckRun::instance,
            Viewer.class, run -> run.instance().viewer(),
            Resolver.class, run -> run.instance().resolver(),
            Fixtures.class, CheckRun::fixtures,
            Bucket.class, run -> run.fixtures().bucket(),
            BucketLink.class, run -> run.fixtures().link(),
            OriginStub.class, run -> run.fixtures().origin(),
            EdgeStubs.class, run -> run.fixtures().edges(),
            Conversation.class, run -> run.fixtures().conversation(),
            Randoms.class, run -> run.fixtures().randoms());

    @Override
    public void beforeEach(ExtensionContext context) {
        CheckRuns runs =
                context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE).get(CheckRuns.KEY, CheckRuns.class);
        if (runs == null) {
            throw new IllegalStateException("checks are run by the judge: ./workshop check");
        }
        context.getStore(NAMESPACE).put(CheckRun.class, runs.begin(context.getRequiredTestMethod()));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Objects.requireNonNull(PARAMETERS.get(parameter.getParameter().getType()))
                .apply(run(context));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        run(context).ended(context.getExecutionException());
    }

    private static CheckRun run(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(CheckRun.class, CheckRun.class);
    }
}
