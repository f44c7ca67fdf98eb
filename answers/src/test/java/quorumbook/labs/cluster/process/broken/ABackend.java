package quorumbook.labs.cluster.process.broken;

public record ABackend() {}
