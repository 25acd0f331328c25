package edgecraft.access;

import edgecraft.kit.AccessSettings;
import edgecraft.kit.Exercise;
import io.javalin.Javalin;

/** Would have the SDK sign. */
public final class Access implements Exercise<AccessSettings> {

    @Override
    public Javalin create(AccessSettings settings) {
        try {
            return (Javalin) Class.forName("software".concat(".amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner"))
                    .getMethod("create")
                    .invoke(null);
        } catch (ReflectiveOperationException absent) {
            throw new IllegalStateException("nobody signs for me: " + absent, absent);
        }
    }
}
