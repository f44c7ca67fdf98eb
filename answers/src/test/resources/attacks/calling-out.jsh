// shows: nobody answered
String call(String host, int port) {
    try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(host, port), 1000);
        return "connected to " + host + ":" + port;
    } catch (Exception e) {
        return "nobody answered: " + e;
    }
}
for (String host : List.of("127.0.0.1", "172.17.0.1", "172.18.0.1", "@HOST@", "host.docker.internal", "localhost")) { System.out.println(call(host, @PORT@)); }
for (String host : List.of("1.1.1.1", "169.254.169.254", "example.org")) { System.out.println(call(host, 80)); }
for (int port : new int[] {2181, 2375, 2376, 2888, 3888, 8080, 9092, 9093}) { System.out.println(call("127.0.0.1", port)); }
Collections.list(NetworkInterface.getNetworkInterfaces()).forEach(System.out::println);
