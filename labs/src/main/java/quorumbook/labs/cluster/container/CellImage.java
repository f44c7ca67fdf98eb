package quorumbook.labs.cluster.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Ulimit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import quorumbook.labs.cell.Furniture;

/**
 * What a cell is made of: everything that a program in it may not do is refused by the kernel, not by Java.
 *
 * @param jars the volume with its class path
 */
record CellImage(String image, String jars, Labels labels) {
    static final String JARS = "/quorumbook-jars";
    private static final long MEGABYTE = 1L << 20;
    /** For what a JVM needs beside its heap. */
    private static final int BESIDE_THE_HEAP = 256;

    private static final long PROCESSES = 200;
    private static final long FILES = 1024;
    private static final long LONGEST_FILE = 32 * MEGABYTE;
    private static final long ONE_CPU = 1_000_000_000L;
    /** Nobody's: it owns no file of the image. */
    private static final String USER = "65534:65534";

    CreateContainerCmd command(DockerClient docker, Furniture furniture) {
        return docker.createContainerCmd(image)
                .withEntrypoint("java")
                .withCmd(arguments(furniture))
                .withUser(USER)
                .withWorkingDir("/tmp")
                .withHostName("cell")
                .withLabels(labels.ofRun())
                .withStdinOpen(true)
                .withStdInOnce(true)
                .withAttachStdin(true)
                .withAttachStdout(true)
                .withAttachStderr(true)
                .withTty(false)
                .withHostConfig(host((furniture.heapMegabytes() + BESIDE_THE_HEAP) * MEGABYTE));
    }

    private static List<String> arguments(Furniture furniture) {
        List<String> arguments = new ArrayList<>(furniture.options());
        arguments.addAll(List.of("-Xmx" + furniture.heapMegabytes() + "m", "-XX:MaxDirectMemorySize=64m"));
        arguments.addAll(List.of("-Djava.io.tmpdir=/tmp", "-Duser.home=/tmp"));
        arguments.addAll(List.of("-cp", classPath(furniture), furniture.mainClass()));
        return arguments;
    }

    private static String classPath(Furniture furniture) {
        return furniture.jars().stream()
                .map(Path::getFileName)
                .map(name -> JARS + "/" + name)
                .collect(Collectors.joining(":"));
    }

    private HostConfig host(long memory) {
        return HostConfig.newHostConfig()
                // Its connections to the servers come and go by its standard streams.
                .withNetworkMode("none")
                .withReadonlyRootfs(true)
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withPidsLimit(PROCESSES)
                .withMemory(memory)
                .withMemorySwap(memory)
                .withNanoCPUs(ONE_CPU)
                .withTmpFs(Map.of("/tmp", "rw,noexec,nosuid,nodev,size=32m,mode=1777"))
                .withShmSize(MEGABYTE)
                .withIpcMode("private")
                .withUlimits(new Ulimit[] {
                    new Ulimit("nofile", FILES, FILES),
                    new Ulimit("core", 0L, 0L),
                    new Ulimit("fsize", LONGEST_FILE, LONGEST_FILE)
                })
                // What it prints is not kept by the engine.
                .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE))
                .withOomScoreAdj(500)
                .withBinds(Bind.parse(jars + ":" + JARS + ":ro"));
    }
}
