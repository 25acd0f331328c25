package edgecraft.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OriginSettingsTest {

    private final OriginSettings settings = new OriginSettings(
            URI.create("http://127.0.0.1:9000"),
            "us-east-1",
            "site",
            "id",
            "a-secret",
            "index.html",
            "404.html",
            Duration.ofSeconds(30));

    @Test
    void printing_them_gives_no_secret_away() {
        assertThat(settings.toString()).contains("bucket=site", "accessKey=id").doesNotContain("a-secret");
    }

    @Test
    void a_copy_differs_in_one_thing() {
        assertThat(settings.withRootObject("home.html"))
                .usingRecursiveComparison()
                .ignoringFields("rootObject")
                .isEqualTo(settings);
        assertThat(settings.withRootObject("home.html").rootObject()).isEqualTo("home.html");
        assertThat(settings.withErrorPage("oops.html").errorPage()).isEqualTo("oops.html");
    }
}
