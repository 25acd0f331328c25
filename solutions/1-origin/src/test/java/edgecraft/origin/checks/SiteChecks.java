package edgecraft.origin.checks;

import static edgecraft.fixtures.Expect.assertThat;
import static edgecraft.origin.checks.OriginAssertions.assertMediaType;
import static edgecraft.origin.checks.OriginAssertions.assertNothingOfS3;
import static edgecraft.origin.checks.OriginAssertions.assertRefused;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.StoredObject;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.OriginSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.List;

@Step("1.2")
class SiteChecks {

    private static final List<String> QUESTIONS_FOR_S3 = List.of(
            "/?list-type=2", "/?prefix=", "/?delimiter=%2F&max-keys=5", "/?acl", "/?policy", "/?versions", "/?uploads");

    private static final List<String> WRITES = List.of("PUT", "POST", "PATCH", "DELETE");

    @Check(
            id = "root-object",
            title = "the path / shows the root object",
            reference = "CloudFront guide: default root object")
    void rootObject(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject home = bucket.put(StoredObject.html("index.html", "<h1>" + random.text(4) + "</h1>"));

        Answer answer = viewer.get("/");

        assertThat(answer)
                .because("the settings name index.html as the root object")
                .hasStatus(200)
                .hasBody(home.body());
        assertMediaType(answer, "text/html; charset=utf-8");
    }

    @Check(
            id = "root-object-from-settings",
            title = "which object is the root is up to the settings",
            reference = "CloudFront guide: default root object")
    void rootObjectFromSettings(
            Instance<OriginSettings> origin, Fixtures fixtures, Bucket bucket, Viewer viewer, Randoms random) {
        String key = random.key("pages/", ".html");
        origin.settings(settings -> settings.withRootObject(key));
        bucket.put(StoredObject.html("index.html", "<h1>" + random.text(4) + "</h1>"));
        StoredObject home = bucket.put(StoredObject.html(key, "<h1>" + random.text(4) + "</h1>"));

        assertThat(viewer.get("/"))
                .because("the settings name " + key + " as the root object")
                .hasStatus(200)
                .hasBody(home.body());

        StoredObject start = bucket.put(StoredObject.html(random.key("pages/", ".html"), random.text(5)));
        String words = random.text(6);
        StoredObject page = bucket.put(StoredObject.html(random.key("errors/", ".html"), words));
        Instance<OriginSettings> other = origin.another(OriginScene.settingsFor(fixtures, bucket)
                .withRootObject(start.key())
                .withErrorPage(page.key()));
        assertThat(other.viewer().get("/"))
                .because("this is a second origin in the same program, whose settings name " + start.key())
                .hasStatus(200)
                .hasBody(start.body());
        assertThat(viewer.get("/"))
                .because("this is the first origin, whose settings still name " + key)
                .hasStatus(200)
                .hasBody(home.body());
        String missing = "/" + random.key("", ".html");
        assertThat(other.viewer().get(missing))
                .because("the settings of the second origin name " + page.key() + " as the error page")
                .hasStatus(404)
                .hasBody(page.body());
        assertThat(viewer.get(missing))
                .because("the settings of the first origin name another error page, which is not in the bucket")
                .hasStatus(404)
                .bodyDoesNotContain(words);
    }

    @Check(
            id = "no-root-in-folders",
            title = "only / has a root object: a folder has none",
            reference = "CloudFront guide: default root object")
    void noRootInFolders(Bucket bucket, Viewer viewer, Randoms random) {
        String folder = random.name();
        StoredObject home = bucket.put(StoredObject.html("index.html", "<h1>" + random.text(4) + "</h1>"));
        StoredObject inFolder = bucket.put(StoredObject.html(folder + "/index.html", random.text(4)));

        assertThat(viewer.get("/")).hasStatus(200).hasBody(home.body());
        assertThat(viewer.get("/" + folder + "/index.html")).hasStatus(200).hasBody(inFolder.body());
        for (String path : List.of("/" + folder + "/", "/" + folder)) {
            assertThat(viewer.get(path))
                    .because("no object has the key " + path.substring(1))
                    .hasStatus(404);
        }
        assertThat(viewer.get("/" + inFolder.key() + "/"))
                .because("the slash at the end is part of the key, and no object has the key " + inFolder.key() + "/")
                .hasStatus(404);
        StoredObject marker = bucket.put(StoredObject.text(folder + "/", random.text(5)));
        assertThat(viewer.get("/" + folder + "/"))
                .because("the slash at the end is part of the key, and now the bucket has the object " + marker.key())
                .hasStatus(200)
                .hasBody(marker.body());
    }

    @Check(
            id = "error-page",
            title = "a missing object shows the error page, and the status is still 404",
            reference = "CloudFront guide: custom error responses")
    void errorPage(Instance<OriginSettings> origin, Bucket bucket, Viewer viewer, Randoms random) {
        String key = random.key("errors/", ".html");
        origin.settings(settings -> settings.withErrorPage(key));
        StoredObject page = bucket.put(StoredObject.html(key, "<h1>" + random.text(6) + "</h1>"));

        Answer answer = viewer.get("/" + random.key("", ".html"));

        assertThat(answer)
                .because("a page that says \"not found\" with status 200 would be cached and indexed as a good one")
                .hasStatus(404)
                .because("the settings name " + key + " as the error page")
                .hasBody(page.body());
        assertMediaType(answer, "text/html; charset=utf-8");
        assertThat(viewer.get("/"))
                .because("the bucket has no root object, so / is a missing object like others")
                .hasStatus(404)
                .hasBody(page.body());

        StoredObject next = bucket.put(random.object(key).with("Content-Type", "application/xhtml+xml"));
        answer = viewer.get("/" + random.key("", ".html"));
        assertThat(answer)
                .hasStatus(404)
                .because(
                        "the error page was replaced by another one, of any bytes and any type; the bucket is the truth")
                .hasBody(next.body());
        assertMediaType(answer, "application/xhtml+xml");
    }

    @Check(
            id = "error-page-missing",
            title = "without an error page it is a plain 404 that says nothing about S3",
            reference = "RFC 9110 §15.5.5, §17")
    void errorPageMissing(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".bin")));
        assertThat(viewer.get("/" + object.key())).hasStatus(200).hasBody(object.body());

        Answer answer = viewer.get("/" + random.key("", ".html"));

        assertThat(answer)
                .because("neither the object nor the error page is in the bucket")
                .hasStatus(404)
                .because("that is S3's error document, for programs of yours and not for viewers")
                .bodyDoesNotContain("<Error>")
                .bodyDoesNotContain("NoSuchKey");
        assertNothingOfS3(answer, bucket);
    }

    @Check(
            id = "no-listing",
            title = "no question makes the bucket tell what is in it",
            reference = "S3 API: ListObjectsV2")
    void noListing(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject home = bucket.put(StoredObject.html("index.html", "<h1>" + random.text(4) + "</h1>"));
        StoredObject hidden = bucket.put(random.object(random.key("drafts/", ".pdf")));
        for (String target : QUESTIONS_FOR_S3) {
            assertThat(viewer.get(target))
                    .because("the query is for S3, and viewers don't speak with S3")
                    .hasStatus(200)
                    .hasBody(home.body());
        }

        bucket.delete("index.html");
        assertThat(viewer.get("/"))
                .because("without its root object / is like any other path")
                .hasStatus(404)
                .bodyDoesNotContain(hidden.key());
        for (String target : QUESTIONS_FOR_S3) {
            assertThat(viewer.get(target)).hasStatus(404).bodyDoesNotContain(hidden.key());
        }
    }

    @Check(id = "writes-refused", title = "viewers read, they don't write", reference = "RFC 9110 §15.5.6, §10.2.1")
    void writesRefused(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(StoredObject.text(random.key("", ".txt"), random.text(8)));
        assertThat(viewer.get("/" + object.key())).hasStatus(200).hasBody(object.body());

        for (String method : WRITES) {
            assertRefused(viewer.send(method, "/" + object.key(), random.bytes(20)));
        }
        assertRefused(viewer.send("POST", "/", random.bytes(20)));

        assertThat(viewer.get("/" + object.key()))
                .because("a refused request changes nothing")
                .hasStatus(200)
                .hasBody(object.body());
        assertThat(viewer.get("/" + random.name())).hasStatus(404);
    }

    @Check(id = "unknown-method", title = "a method nobody knows is refused too", reference = "RFC 9110 §9.1, §15.6.2")
    void unknownMethod(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(StoredObject.text(random.key("", ".txt"), random.text(8)));
        assertThat(viewer.get("/" + object.key())).hasStatus(200).hasBody(object.body());

        Answer answer = viewer.send("BREW", "/" + object.key(), new byte[0]);

        assertThat(answer)
                .because("BREW is neither GET nor HEAD")
                .hasStatusIn(405, 501)
                .hasNoField("Edgecraft-Todo");
    }
}
