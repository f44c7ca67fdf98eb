// shows: The learner's JVM
Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) { } }));
System.exit(1);
