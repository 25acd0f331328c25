package edgecraft.workshop.stage;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.ModuleSpec.Forbidden;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Looks through compiled trees for packages that are not the module's and for names that are out of bounds. */
final class Scan extends TreePathScanner<@Nullable Void, List<String>> {

    private final ModuleSpec module;
    private final Trees trees;
    private final Path source;

    Scan(ModuleSpec module, Trees trees, Path source) {
        this.module = module;
        this.trees = trees;
        this.source = source;
    }

    /** What is wrong, by file and line; nothing if all is well. */
    List<String> errorsIn(List<CompilationUnitTree> units) {
        List<String> errors = new ArrayList<>();
        for (CompilationUnitTree unit : units) {
            String name =
                    unit.getPackageName() == null ? "" : unit.getPackageName().toString();
            if (!name.equals(module.packageName()) && !name.startsWith(module.packageName() + ".")) {
                errors.add(at(unit, unit) + "error: the package is '" + name + "'; your files belong in "
                        + module.packageName() + " or below");
            }
            scan(unit, errors);
        }
        return errors.stream().distinct().toList();
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree node, List<String> errors) {
        look(node, errors);
        return super.visitIdentifier(node, errors);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree node, List<String> errors) {
        look(node, errors);
        return super.visitMemberSelect(node, errors);
    }

    private void look(Tree node, List<String> errors) {
        Element element = trees.getElement(getCurrentPath());
        while (element != null && !(element instanceof TypeElement)) {
            element = element.getEnclosingElement();
        }
        if (!(element instanceof TypeElement type)) {
            return;
        }
        String name = type.getQualifiedName().toString();
        for (Forbidden forbidden : module.forbidden()) {
            if (name.startsWith(forbidden.prefix())) {
                errors.add(at(getCurrentPath().getCompilationUnit(), node) + "error: " + name + " is out of bounds: "
                        + forbidden.reason());
            }
        }
    }

    private String at(CompilationUnitTree unit, Tree node) {
        Path file = source.relativize(Path.of(unit.getSourceFile().toUri()));
        long position = trees.getSourcePositions().getStartPosition(unit, node);
        return module.directory() + file + ":" + unit.getLineMap().getLineNumber(Math.max(position, 0)) + ": ";
    }
}
