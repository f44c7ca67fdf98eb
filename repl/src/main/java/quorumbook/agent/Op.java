package quorumbook.agent;

/** What an agent can be told to do. */
public enum Op {
    /** Define classes: a count, then name and bytes of each. */
    LOAD,
    /** Call a static method without parameters: class, method. */
    INVOKE,
    /** Read a static field: class, field. */
    VALUE,
    /** Run a main class: its name, a count, the arguments. */
    RUN,
    /** Take the addresses of the cluster: connect string, bootstrap servers, a count, names and values given. */
    CONNECT,
    /** Tell the id of the session that {@code zk} has. */
    SESSION,
    /** Close what is connected, to be ended next. */
    CLOSE
}
