package edgecraft.access;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.kit.Distribution;
import org.junit.jupiter.api.Test;

class BucketPolicyTest {

    @Test
    void it_names_the_bucket_and_the_distribution() {
        assertThat(Json.write(BucketPolicy.of("films", new Distribution("111122223333", "EDFDVBD6EXAMPLE"))))
                .contains("\"2012-10-17\"")
                .contains("\"arn:aws:s3:::films/*\"")
                .contains("\"arn:aws:cloudfront::111122223333:distribution/EDFDVBD6EXAMPLE\"");
    }
}
