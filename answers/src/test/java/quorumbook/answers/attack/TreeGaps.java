package quorumbook.answers.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Znode;

/** What may be missing of looks at znodes, or be otherwise. */
final class TreeGaps extends Retelling {
    TreeGaps(History history, BiConsumer<String, Stream<? extends Event>> add) {
        super(history, add);
    }

    void tell() {
        Map<String, List<Event.TreeSeen>> looks = new LinkedHashMap<>();
        history.all(Event.TreeSeen.class)
                .forEach(tree -> looks.computeIfAbsent(tree.root(), root -> new ArrayList<>())
                        .add(tree));
        looks.forEach((root, all) -> {
            looks(root, all);
            if (looks.size() > 1) {
                without("any look at " + root, all::contains);
            }
        });
        history.last(Event.TreeSeen.class)
                .ifPresent(last -> last.znodes().forEach(znode -> {
                    told(
                            "that saw no " + znode.path(),
                            events().map(event -> event == last ? less(last, znode) : event));
                    told(
                            "that saw " + znode.path() + " written less often",
                            events().map(event -> event == last ? writtenLess(last, znode) : event));
                }));
        Map<String, List<Event>> changes = new LinkedHashMap<>();
        history.all(Event.ZnodeChanged.class)
                .forEach(changed -> changes.computeIfAbsent(
                                changed.path() + " " + changed.change(), what -> new ArrayList<>())
                        .add(changed));
        changes.forEach((what, all) -> ends("'" + what + "'", all));
    }

    private void looks(String root, List<Event.TreeSeen> all) {
        ends("look at " + root, all);
        Event.TreeSeen last = all.get(all.size() - 1);
        told(
                "in which " + root + " was gone in the end",
                Stream.concat(events(), Stream.of(new Event.TreeSeen(last.at(), root, List.of()))));
        told(
                "in which nobody could read " + root,
                events().map(event -> all.contains(event) ? holding((Event.TreeSeen) event, data -> "?") : event));
        told(
                "that saw a higher number in " + root,
                events().map(event -> event == last ? holding(last, TreeGaps::higher) : event));
    }

    private static Event holding(Event.TreeSeen tree, UnaryOperator<String> data) {
        return new Event.TreeSeen(
                tree.at(),
                tree.root(),
                tree.znodes().stream()
                        .map(each -> each.path().equals(tree.root()) ? holding(each, data) : each)
                        .toList());
    }

    private static Znode holding(Znode znode, UnaryOperator<String> data) {
        return new Znode(
                znode.path(),
                data.apply(znode.data()),
                znode.czxid(),
                znode.mzxid(),
                znode.pzxid(),
                znode.dataVersion(),
                znode.childrenVersion(),
                znode.aclVersion(),
                znode.ephemeralOwner());
    }

    private static String higher(String data) {
        return data.matches("\\d{1,9}") ? Long.toString(Long.parseLong(data) + 1) : data;
    }

    private static Event less(Event.TreeSeen tree, Znode znode) {
        return new Event.TreeSeen(
                tree.at(),
                tree.root(),
                tree.znodes().stream().filter(each -> !each.equals(znode)).toList());
    }

    private static Event writtenLess(Event.TreeSeen tree, Znode znode) {
        return new Event.TreeSeen(
                tree.at(),
                tree.root(),
                tree.znodes().stream()
                        .map(each -> each.equals(znode) && each.dataVersion() > 0 ? writtenLess(each) : each)
                        .toList());
    }

    private static Znode writtenLess(Znode znode) {
        return new Znode(
                znode.path(),
                znode.data(),
                znode.czxid(),
                znode.mzxid(),
                znode.pzxid(),
                znode.dataVersion() - 1,
                znode.childrenVersion(),
                znode.aclVersion(),
                znode.ephemeralOwner());
    }
}
