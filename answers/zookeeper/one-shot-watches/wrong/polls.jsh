// caught by: asks-only-when-told
void follow(String path) throws Exception {
    String last = "";
    while (true) {
        String value = new String(zk.getData(path, false, null));
        if (!value.equals(last)) {
            report("value", value);
            last = value;
        }
        Thread.sleep(20);
    }
}
