package quorumbook.labs.cluster.container;

import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import quorumbook.labs.cluster.Run;

/** Removes the containers and networks of runs that died, by their labels. Several sweeps at once do no harm. */
record Sweep(Engine engine, Labels labels, Run run) {
    /** What was removed, a sentence each. */
    List<String> dead() {
        return remove(id -> !run.isAlive(id));
    }

    private List<String> remove(Predicate<String> ofRun) {
        List<String> filter = labels.filter();
        List<Container> containers = engine
                .ask(
                        "looking for containers of dead runs",
                        docker -> docker.listContainersCmd()
                                .withShowAll(true)
                                .withFilter("label", filter)
                                .exec())
                .stream()
                .filter(container -> isOf(container.getLabels(), ofRun))
                .toList();
        List<Network> networks = engine
                .ask(
                        "looking for networks of dead runs",
                        docker -> docker.listNetworksCmd()
                                .withFilter("label", filter)
                                .exec())
                .stream()
                .filter(network -> isOf(network.getLabels(), ofRun))
                .toList();
        List<String> removed = new ArrayList<>(Together.map(containers, container -> {
            ContainerNode.remove(engine, container.getId());
            return "removed the container " + container.getNames()[0].substring(1) + " of a workbook that has ended";
        }));
        networks.forEach(network -> Networks.remove(engine, network.getId()));
        if (!networks.isEmpty()) {
            removed.add("removed " + networks.size() + " container networks of a workbook that has ended");
        }
        return removed;
    }

    private static boolean isOf(Map<String, String> marks, Predicate<String> ofRun) {
        return marks != null && marks.containsKey(Labels.RUN) && ofRun.test(marks.get(Labels.RUN));
    }
}
