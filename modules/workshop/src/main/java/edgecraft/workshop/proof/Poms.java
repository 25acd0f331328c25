package edgecraft.workshop.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads what a module's pom depends on. */
final class Poms {

    private Poms() {}

    /** The dependencies that are not for tests, as {@code group:artifact}, sorted; the project's own are left out. */
    static List<String> libraries(Path pom) throws Exception {
        Element project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(pom.toFile())
                .getDocumentElement();
        List<String> libraries = new ArrayList<>();
        NodeList dependencies = project.getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            if (!"test".equals(text(dependency, "scope")) && !"edgecraft".equals(text(dependency, "groupId"))) {
                libraries.add(text(dependency, "groupId") + ":" + text(dependency, "artifactId"));
            }
        }
        return libraries.stream().sorted().toList();
    }

    private static String text(Element element, String name) {
        NodeList children = element.getElementsByTagName(name);
        return children.getLength() == 0
                ? ""
                : children.item(0).getTextContent().strip();
    }
}
