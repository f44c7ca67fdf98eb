package quorumbook.answers.attack;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The source files of one package of labs: finds what a lab's checks can call, and every clause in it. Conditions of loops
 * are no clauses: taken out, a loop would not end.
 */
final class JudgeSources {
    private final Trees trees;
    private final SourcePositions positions;
    private final Map<Element, TreePath> methods = new HashMap<>();

    private JudgeSources(Trees trees) {
        this.trees = trees;
        this.positions = trees.getSourcePositions();
    }

    /** A clause with the offsets of its text in its file. */
    record Found(Clause clause, Path file, long start, long end) {}

    /** The clauses that the checks of {@code lab} can come to, in the order of files and lines. */
    static List<Found> clauses(Path folder, String lab) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> listed = Files.list(folder)) {
            List<Path> sources = listed.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, Compiled.options(), null, files.getJavaFileObjectsFromPaths(sources));
            JudgeSources judges = new JudgeSources(Trees.instance(task));
            Iterable<? extends CompilationUnitTree> units = task.parse();
            task.analyze();
            units.forEach(judges::index);
            return judges.reachable(lab);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the sources in " + folder, e);
        }
    }

    private void index(CompilationUnitTree unit) {
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void unused) {
                methods.put(trees.getElement(getCurrentPath()), getCurrentPath());
                return super.visitMethod(method, null);
            }
        }.scan(unit, null);
    }

    private List<Found> reachable(String lab) {
        Deque<Element> todo = new ArrayDeque<>();
        methods.keySet().stream()
                .filter(method -> method.getSimpleName().contentEquals("checks")
                        && String.valueOf(method.getEnclosingElement()).equals(lab))
                .forEach(todo::add);
        Set<Element> seen = new HashSet<>(todo);
        List<Found> found = new ArrayList<>();
        while (!todo.isEmpty()) {
            TreePath path = Objects.requireNonNull(methods.get(todo.remove()));
            found.addAll(in(path));
            calledBy(path).stream()
                    .filter(called -> methods.containsKey(called) && seen.add(called))
                    .forEach(todo::add);
        }
        found.sort(Comparator.comparing((Found each) -> each.file()).thenComparing(Found::start));
        return found;
    }

    private Set<Element> calledBy(TreePath method) {
        Set<Element> called = new HashSet<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                note();
                return super.visitMethodInvocation(call, null);
            }

            @Override
            public Void visitMemberReference(MemberReferenceTree reference, Void unused) {
                note();
                return super.visitMemberReference(reference, null);
            }

            @Override
            public Void visitNewClass(NewClassTree creation, Void unused) {
                note();
                return super.visitNewClass(creation, null);
            }

            private void note() {
                if (trees.getElement(getCurrentPath()) instanceof ExecutableElement element) {
                    called.add(element);
                }
            }
        }.scan(method, null);
        return called;
    }

    private List<Found> in(TreePath method) {
        List<Found> found = new ArrayList<>();
        Map<String, Integer> before = new HashMap<>();
        CompilationUnitTree unit = method.getCompilationUnit();
        String name = ((MethodTree) method.getLeaf()).getName().toString();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void scan(Tree tree, Void unused) {
                if (tree instanceof ExpressionTree expression
                        && isClause(new TreePath(getCurrentPath(), tree), expression)) {
                    found.add(clause(unit, name, expression, before));
                }
                return super.scan(tree, null);
            }
        }.scan(method, null);
        return found;
    }

    private Found clause(CompilationUnitTree unit, String method, ExpressionTree tree, Map<String, Integer> before) {
        Path file = Path.of(unit.getSourceFile().toUri());
        long start = positions.getStartPosition(unit, tree);
        String words = tree.toString().replaceAll("\\s+", " ");
        int occurrence = before.merge(words, 1, Integer::sum);
        long line = unit.getLineMap().getLineNumber(start);
        Clause clause = new Clause(file.getFileName().toString(), line, method, words, occurrence);
        return new Found(clause, file, start, positions.getEndPosition(unit, tree));
    }

    private boolean isClause(TreePath path, ExpressionTree tree) {
        boolean condition = switch (tree.getKind()) {
            case METHOD_INVOCATION -> true;
            case EQUAL_TO, NOT_EQUAL_TO, LESS_THAN, LESS_THAN_EQUAL, GREATER_THAN, GREATER_THAN_EQUAL -> true;
            case IDENTIFIER, MEMBER_SELECT -> trees.getElement(path) instanceof VariableElement;
            // With a name for what it found it cannot be taken out and still compile.
            case INSTANCE_OF -> ((InstanceOfTree) tree).getPattern() == null;
            default -> false;
        };
        return condition && isBoolean(path) && isValue(path) && !isOfLoop(path);
    }

    private boolean isBoolean(TreePath path) {
        TypeMirror type = trees.getTypeMirror(path);
        return type != null
                && (type.getKind() == TypeKind.BOOLEAN || type.toString().equals("java.lang.Boolean"));
    }

    /** Not what is assigned to, not a statement of its own, not a name that stands for a type or a method. */
    private boolean isValue(TreePath path) {
        Tree parent = path.getParentPath().getLeaf();
        return switch (parent.getKind()) {
            case EXPRESSION_STATEMENT, ASSIGNMENT, MEMBER_SELECT, MEMBER_REFERENCE -> false;
            case LAMBDA_EXPRESSION -> !returnsNothing(path.getParentPath());
            case METHOD_INVOCATION -> ((MethodInvocationTree) parent).getMethodSelect() != path.getLeaf();
            case VARIABLE -> ((com.sun.source.tree.VariableTree) parent).getInitializer() == path.getLeaf();
            default -> true;
        };
    }

    private boolean returnsNothing(TreePath lambda) {
        String type = String.valueOf(trees.getTypeMirror(lambda));
        return type.matches("java\\.util\\.function\\.(Bi|Int|Long)?Consumer.*|java\\.lang\\.Runnable");
    }

    private static boolean isOfLoop(TreePath path) {
        Tree child = path.getLeaf();
        for (TreePath up = path.getParentPath(); up != null; up = up.getParentPath()) {
            Tree tree = up.getLeaf();
            switch (tree.getKind()) {
                case FOR_LOOP:
                    return ((com.sun.source.tree.ForLoopTree) tree).getCondition() == child;
                case WHILE_LOOP:
                    return ((com.sun.source.tree.WhileLoopTree) tree).getCondition() == child;
                case DO_WHILE_LOOP:
                    return ((com.sun.source.tree.DoWhileLoopTree) tree).getCondition() == child;
                default:
                    if (!(tree instanceof BinaryTree
                            || tree instanceof com.sun.source.tree.ParenthesizedTree
                            || tree instanceof com.sun.source.tree.UnaryTree)) {
                        return false;
                    }
            }
            child = tree;
        }
        return false;
    }
}
