package edgecraft.origin.checks;

import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.StoredObject;
import edgecraft.kit.OriginSettings;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Scene;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** An origin with a bucket behind it. */
public final class OriginScene implements Scene<OriginSettings> {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <title>%1$s</title>
            <link rel="stylesheet" href="/style.css">
            <h1>%1$s</h1>
            <p>%2$s</p>
            """;

    private static final String STYLE = """
            body { max-width: 32rem; margin: 4rem auto; font: 1.1rem/1.5 system-ui, sans-serif; color: #1d2b3a }
            h1 { color: #0a6b5d }
            """;

    private static final String LIGHTHOUSE = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120" width="240" height="240">
              <rect width="120" height="120" fill="#12263a"/>
              <path d="M60 36 0 8v52z" fill="#ffe08a" opacity=".6"/>
              <path d="M52 44h16l6 56H46z" fill="#f4f4f4"/>
              <path d="M51 58h18l1 12H50zM49 82h22l1 12H48z" fill="#d1495b"/>
              <rect x="52" y="30" width="16" height="14" fill="#ffe08a"/>
              <path d="M50 30l10-10 10 10z" fill="#d1495b"/>
              <path d="M0 100h120v20H0z" fill="#0a6b5d"/>
            </svg>
            """;

    /** The settings of an origin that serves this bucket, as patient as this machine is slow. */
    static OriginSettings settingsFor(Fixtures fixtures, Bucket bucket) {
        return new OriginSettings(
                bucket.endpoint(),
                bucket.region(),
                bucket.name(),
                bucket.accessKey(),
                bucket.secretKey(),
                "index.html",
                "errors/404.html",
                fixtures.pace().times(TIMEOUT));
    }

    /** The same, of somebody who does not know the secret. */
    static OriginSettings withWrongSecret(Fixtures fixtures, Bucket bucket) {
        return settingsFor(fixtures, bucket).withSecretKey("not-the-secret");
    }

    @Override
    public String server() {
        return "origin";
    }

    @Override
    public OriginSettings settings(Fixtures fixtures) {
        return settingsFor(fixtures, fixtures.bucket());
    }

    @Override
    public List<String> furnish(Fixtures fixtures) {
        Bucket bucket = fixtures.bucket();
        bucket.put(page("index.html", "Lighthouse", "<img src=\"/images/lighthouse.svg\" alt=\"A lighthouse\">")
                .with("Cache-Control", "max-age=60")
                .withMetadata("author", "The keeper"));
        bucket.put(page("docs/index.html", "Docs", "This page has an address of its own: /docs/index.html"));
        bucket.put(page("errors/404.html", "Nothing here", "There is no such page. <a href=\"/\">Home</a>"));
        bucket.put(StoredObject.of("style.css", STYLE.getBytes(StandardCharsets.UTF_8))
                .with("Content-Type", "text/css; charset=utf-8")
                .with("Cache-Control", "max-age=86400"));
        bucket.put(StoredObject.of("images/lighthouse.svg", LIGHTHOUSE.getBytes(StandardCharsets.UTF_8))
                .with("Content-Type", "image/svg+xml")
                .with("Cache-Control", "max-age=31536000, immutable"));
        // Not a film that plays, but as long as one: for ranges and for watching bytes go by.
        bucket.put(StoredObject.of("videos/sea.mp4", fixtures.randoms().bytes(24 * 1024 * 1024))
                .with("Content-Type", "video/mp4"));
        return List.of("/style.css", "/images/lighthouse.svg", "/", "/docs/index.html", "/docs/", "/no-such-page");
    }

    @Override
    public List<String> explain(Fixtures fixtures, Instance<OriginSettings> instance) {
        Bucket bucket = fixtures.bucket();
        String uri = bucket.endpoint() + "/" + bucket.name();
        return List.of(
                "Its bucket    " + uri,
                "  holds       " + String.join(", ", bucket.keys()),
                "  a stranger  curl -i '" + uri + "/'",
                "  signed      curl -i --aws-sigv4 'aws:amz:" + bucket.region() + ":s3' --user '" + bucket.accessKey()
                        + ":" + bucket.secretKey() + "' -H 'x-amz-content-sha256: UNSIGNED-PAYLOAD' '" + uri + "/'");
    }

    private static StoredObject page(String key, String title, String text) {
        return StoredObject.html(key, PAGE.formatted(title, text));
    }
}
