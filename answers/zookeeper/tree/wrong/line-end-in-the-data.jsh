// caught by: values-are-exact
// Java stores what it is given, the line end too.
zk create $root/$stock
zk create $root/$stock/$apples $applecount
zk create $root/$stock/$pears $pearcount
zk.setData(given("root") + "/" + given("stock"), (given("crates") + "\n").getBytes(), -1);
zk deleteall $root/$old
