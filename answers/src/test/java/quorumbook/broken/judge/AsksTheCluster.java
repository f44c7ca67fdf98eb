package quorumbook.broken.judge;

import org.apache.zookeeper.common.PathUtils;
import quorumbook.labs.Verdict;
import quorumbook.labs.history.History;

final class AsksTheCluster {
    private AsksTheCluster() {}

    static Verdict isThere(History history) {
        PathUtils.validatePath("/");
        return new Verdict.Pass("");
    }
}
