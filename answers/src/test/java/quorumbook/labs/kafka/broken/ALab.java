package quorumbook.labs.kafka.broken;

public record ALab() {}
