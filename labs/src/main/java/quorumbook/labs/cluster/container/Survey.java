package quorumbook.labs.cluster.container;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorumbook.labs.cluster.Availability;
import quorumbook.labs.cluster.Availability.Available;
import quorumbook.labs.cluster.Availability.Unavailable;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Finding;
import quorumbook.labs.cluster.Finding.Level;
import quorumbook.labs.cluster.Software;

/** Whether labs can run in containers here, found out without a Docker client where that is possible. */
record Survey(EngineAddress address, Images images) {
    private static final Duration ENGINE_ANSWERS = Duration.ofSeconds(2);
    private static final Duration REGISTRY_ANSWERS = Duration.ofSeconds(4);
    private static final String OTHERWISE = "or use --runtime processes";
    private static final Pattern VERSION = Pattern.compile("\"Version\":\"([^\"]+)\"");
    private static final Pattern MEMORY = Pattern.compile("\"MemTotal\":([0-9]+)");
    private static final long GIGABYTE = 1L << 30;

    /** How an image can be had. */
    private enum Image {
        HERE,
        PULLABLE,
        MISSING
    }

    /** What answers at the address: its version, or why nothing does. */
    private record Answer(boolean isThere, String words) {}

    boolean engineAnswers() {
        return engine().isThere();
    }

    Availability availability() {
        if (!address.isHere()) {
            return new Unavailable(elsewhere(), "Unset DOCKER_HOST, " + OTHERWISE + ".");
        }
        Answer engine = engine();
        if (!engine.isThere()) {
            return new Unavailable(
                    "no Docker engine answers at " + address.uri() + " (" + engine.words() + ")",
                    "Install or start Docker, " + OTHERWISE + ".");
        }
        Map<Software, Image> found = look();
        for (Map.Entry<Software, Image> image : found.entrySet()) {
            if (image.getValue() == Image.MISSING) {
                return new Unavailable(
                        "the image " + images.of(image.getKey()) + " is neither here nor can it be pulled",
                        remedy(image.getKey()));
            }
        }
        List<String> toPull = found.entrySet().stream()
                .filter(image -> image.getValue() == Image.PULLABLE)
                .map(image -> images.of(image.getKey()))
                .distinct()
                .toList();
        return new Available(engine.words() + " answers and "
                + (toPull.isEmpty() ? "the images are here" : "can pull " + String.join(", ", toPull)));
    }

    List<Finding> findings() {
        if (!address.isHere()) {
            return List.of(
                    new Finding(Level.BAD, "Docker engine", elsewhere(), "Unset DOCKER_HOST, " + OTHERWISE + "."));
        }
        Answer engine = engine();
        if (!engine.isThere()) {
            return List.of(new Finding(
                    Level.BAD,
                    "Docker engine",
                    "none answers at " + address.uri() + " (" + engine.words() + ")",
                    "Install or start Docker, " + OTHERWISE + "."));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(Level.GOOD, "Docker engine", engine.words() + " at " + address.uri(), ""));
        memory().ifPresent(findings::add);
        look().forEach((software, image) -> findings.add(finding(software, image)));
        return findings;
    }

    private Finding finding(Software software, Image image) {
        String name = images.of(software);
        return switch (image) {
            case HERE -> new Finding(Level.GOOD, "image " + name, "is here", "");
            case PULLABLE ->
                new Finding(
                        Level.NOTE,
                        "image " + name,
                        "will be pulled when first needed",
                        "To have it now: docker pull " + name);
            case MISSING ->
                new Finding(Level.BAD, "image " + name, "is neither here nor can it be pulled", remedy(software));
        };
    }

    private String elsewhere() {
        return "the Docker engine is on another machine (" + address.uri() + "), whose loopback ports we cannot reach";
    }

    private String remedy(Software software) {
        return "Try docker pull " + images.of(software) + " where there is a network, or set "
                + Images.variable(software) + " to an image of the same layout, " + OTHERWISE + ".";
    }

    private Answer engine() {
        Optional<EngineProbe> probe = ImageStore.probe(address);
        if (probe.isEmpty()) {
            return foreignEngine();
        }
        try {
            String version = probe.get().get("/version", ENGINE_ANSWERS).body();
            Matcher matcher = VERSION.matcher(version);
            // The platform's own version may come first; the engine's follows it.
            return new Answer(true, "Docker engine " + (matcher.find() ? matcher.group(1) : "of unknown version"));
        } catch (IOException e) {
            return new Answer(false, String.valueOf(e.getMessage()));
        }
    }

    private Answer foreignEngine() {
        try {
            String version = Engine.connect(address)
                    .ask(
                            "asking for its version",
                            ENGINE_ANSWERS,
                            docker -> docker.versionCmd().exec().getVersion());
            return new Answer(true, "Docker engine " + version);
        } catch (ClusterException e) {
            return new Answer(false, String.valueOf(e.getMessage()));
        }
    }

    private Optional<Finding> memory() {
        return ImageStore.probe(address).flatMap(probe -> {
            try {
                Matcher matcher =
                        MEMORY.matcher(probe.get("/info", ENGINE_ANSWERS).body());
                return matcher.find() ? Optional.of(memory(Long.parseLong(matcher.group(1)))) : Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    private static Finding memory(long bytes) {
        String found = String.format(Locale.ROOT, "%.1f GB for containers", (double) bytes / GIGABYTE);
        return bytes >= 2 * GIGABYTE
                ? new Finding(Level.GOOD, "engine's memory", found, "")
                : new Finding(
                        Level.NOTE, "engine's memory", found, "Give the engine 2 GB; six servers take half of that.");
    }

    /** Each line-up's image; the registry is asked for all that are missing at once. */
    private Map<Software, Image> look() {
        List<Image> found = Together.map(List.of(Software.values()), software -> look(images.of(software)));
        Map<Software, Image> images = new EnumMap<>(Software.class);
        for (Software software : Software.values()) {
            images.put(software, found.get(software.ordinal()));
        }
        return images;
    }

    private Image look(String image) {
        Optional<EngineProbe> probe = ImageStore.probe(address);
        if (probe.isEmpty()) {
            return new ImageStore(Engine.connect(address), address).look(image).isPresent()
                    ? Image.HERE
                    : Image.PULLABLE;
        }
        try {
            if (probe.get().hasImage(image)) {
                return Image.HERE;
            }
        } catch (IOException e) {
            return Image.MISSING;
        }
        return probe.get().canPull(image, REGISTRY_ANSWERS) ? Image.PULLABLE : Image.MISSING;
    }
}
