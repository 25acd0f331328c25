package edgecraft.workshop.proof;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What a source file promises: the signatures of everything in it that is not private, with their Javadoc. */
final class Signatures extends TreePathScanner<@Nullable Void, String> {

    private final DocTrees docs;
    private final Map<String, String> found = new TreeMap<>();

    private Signatures(DocTrees docs) {
        this.docs = docs;
    }

    /** From a signature to its Javadoc. */
    static Map<String, String> of(Path file) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask) javac.getTask(null, manager, null, null, null, manager.getJavaFileObjects(file));
            Signatures signatures = new Signatures(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                signatures.scan(unit, "");
            }
            return signatures.found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, String outer) {
        if (isPrivate(type.getModifiers())) {
            return null;
        }
        String name = outer + type.getSimpleName();
        keep(words(type.getModifiers()) + type.getKind() + " " + name + " " + type.getImplementsClause());
        return super.visitClass(type, name + ".");
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, String outer) {
        if (!isPrivate(method.getModifiers())) {
            keep(words(method.getModifiers()) + method.getReturnType() + " " + outer + method.getName() + "("
                    + method.getParameters() + ") throws " + method.getThrows());
        }
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree field, String outer) {
        if (!isPrivate(field.getModifiers())) {
            keep(words(field.getModifiers()) + field.getType() + " " + outer + field.getName());
        }
        return null;
    }

    private void keep(String signature) {
        TreePath path = getCurrentPath();
        DocCommentTree comment = docs.getDocCommentTree(path);
        found.put(signature, comment == null ? "" : comment.toString());
    }

    private static boolean isPrivate(ModifiersTree modifiers) {
        return modifiers.getFlags().contains(Modifier.PRIVATE);
    }

    private static String words(ModifiersTree modifiers) {
        StringBuilder words = new StringBuilder();
        modifiers.getAnnotations().stream()
                .map(Tree::toString)
                .forEach(word -> words.append(word).append(' '));
        modifiers.getFlags().forEach(word -> words.append(word).append(' '));
        return words.toString();
    }
}
