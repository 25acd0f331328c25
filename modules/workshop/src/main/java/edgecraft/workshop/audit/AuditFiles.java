package edgecraft.workshop.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.proof.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what an audit found out: {@code audit.md} for people, {@code audit.json} for machines. */
public final class AuditFiles {

    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path directory;

    /** @param directory where to write; made if it is not there */
    public AuditFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * Writes both.
     *
     * @throws edgecraft.workshop.MachineFault if they can't be written
     */
    public void write(List<Findings> all) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", VERSION);
        json.put("modules", all.stream().map(AuditFiles::module).toList());
        try {
            write("audit.json", JSON.writeValueAsString(json) + "\n");
            write("audit.md", AuditMarkdown.of(all));
        } catch (IOException e) {
            throw Workspace.unwritable(directory, e);
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(Workspace.directory(directory).resolve(name), text);
    }

    private static Map<String, Object> module(Findings findings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("module", findings.module().module());
        json.put("bucket", findings.bucket());
        json.put("seed", findings.options().seed());
        json.put("matrix", findings.options().matrix());
        json.put("judged", findings.judged().size());
        json.put("failed", findings.failed().size());
        json.put("wallMillis", findings.wall().toMillis());
        json.put(
                "flakiness",
                findings.flakiness().stream().map(AuditFiles::flakiness).toList());
        json.put("skipped", findings.skipped().stream().map(Case::id).toList());
        json.put("trials", findings.judged().stream().map(AuditFiles::trial).toList());
        return json;
    }

    private static Map<String, Object> flakiness(Flakiness answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("case", answer.id());
        json.put("runs", answer.runs());
        json.put("differed", answer.differed());
        json.put("atMost", answer.atMost());
        json.put("seeds", answer.seeds());
        return json;
    }

    private static Map<String, Object> trial(Judged judged) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("case", judged.entry().id());
        json.put("named", judged.trial().subject().named());
        json.put("seed", judged.entry().seed());
        json.put("holds", judged.entry().holds());
        json.put("millis", judged.entry().millis());
        json.put("verdicts", judged.entry().verdicts());
        json.put("complaints", judged.entry().complaints());
        return json;
    }
}
