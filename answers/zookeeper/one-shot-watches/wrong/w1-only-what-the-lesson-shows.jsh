// caught by: first-value-is-reported
// The lesson's commands are tried, the exercise is not touched.
zk get -w $price
zk set $price 200.50
zk set $price 201.50
new String(zk.getData(given("price"), event -> System.out.println(event), null))
zk set $price 202.50
