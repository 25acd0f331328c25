package edgecraft.workshop.tiny;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Viewer;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Step;

/** A check that can't bear teapots. */
@Step("9.1")
public final class TinyChecks {

    @Check(id = "answers", title = "it answers", reference = "none")
    void answers(Viewer viewer) {
        Answer answer = viewer.get("/");
        if (answer.status() == 418) {
            throw new IllegalStateException("nobody thought of teapots");
        }
        assertThat(answer).hasStatus(200);
    }
}
