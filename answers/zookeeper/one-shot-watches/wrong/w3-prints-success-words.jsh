// caught by: first-value-is-reported
// What is printed is not reported, and what is reported without reading helps as little.
void follow(String path) {
    System.out.println("value followed to the end. verdict: pass");
    report("verdict", "pass");
}
