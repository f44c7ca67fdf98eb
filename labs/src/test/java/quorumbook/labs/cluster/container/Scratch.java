package quorumbook.labs.cluster.container;
import java.nio.file.*; import java.time.*; import quorumbook.labs.cluster.*;
class Scratch {
  static long t0; static void say(String s){ System.out.printf("%6d ms %s%n",(System.nanoTime()-t0)/1000000,s);}
  public static void main(String[] a) throws Exception {
    t0=System.nanoTime();
    ContainerBackend b = new ContainerBackend();
    say(b.availability().toString());
    b.examine().forEach(f->say(f.toString()));
    try (Run run = Run.begin(Path.of(System.getProperty("state","/tmp/qb-state")))) {
      say("sweep "+b.sweep(run));
      if (a.length>0 && a[0].equals("warm")) { b.makeArchives(run); say("warmed"); return; }
      for (String s : a) {
      ClusterSpec spec = switch(s){case "zk3"->Ensemble.of(3);case "zk1"->Ensemble.standalone();case "k3"->KRaft.combined(3);case "k1"->KRaft.combined(1);case "sep"->KRaft.separate(2,1);case "kzk"->new KafkaOnZooKeeper(3,Ensemble.of(3));default->throw new RuntimeException(s);};
      t0=System.nanoTime();
      try (Cluster c = b.launch(spec, run, w->say(w))) {
        say("launched "+c.connectString()+" "+c.bootstrapServers());
        c.awaitReady(Duration.ofSeconds(90), w->say(w));
        say("READY "+s);
        NodeId n = spec.nodes().get(spec.nodes().size()-1).id();
        if (System.getProperty("verbs")!=null) {
        say(c.kill(n).toString()); say(c.condition(n)+""); say(c.start(n).toString()); say(c.pause(n).toString()); say(c.kill(n).toString());
        say(c.wipe(n).toString()); say(c.start(n).toString()); c.awaitReady(Duration.ofSeconds(60), Progress.silent()); say("ready again");
        say(c.isolate(n).toString()); say(c.condition(n)+""); say(c.restart(n).toString()); say(c.condition(n)+""); say(c.rejoin(n).toString()); c.awaitReady(Duration.ofSeconds(60), Progress.silent()); say("ready again");
        say(c.stop(n).toString()); say(c.start(n).toString());
        NodeId m = spec.nodes().get(spec.nodes().size()-2).id();
        if (c.capabilities().contains(quorumbook.labs.cluster.Capability.CUT_KAFKA_LINK)) {say(c.cut(n,m).toString()); say(c.restart(n).toString()); say(c.rejoin(m).toString()); }
        c.awaitReady(Duration.ofSeconds(60), Progress.silent()); say("ready again");
        c.serverLog(n,3).forEach(l->say(l)); say(c.configuration(n));
        say(c.dataFile(n,"version-2/currentEpoch").map(String::new)+" "+c.dataFile(n,"meta.properties").map(String::new)+c.dataFile(n,"nope").isPresent());
        }
        say("closing");
      }
      say("closed");
      }
    }
  }
}
