// caught by: values-are-exact
// Only the first word of the value is set.
zk create $root/$stock
zk create $root/$stock/$apples $applecount
zk create $root/$stock/$pears $pearcount
zk.setData(given("root") + "/" + given("stock"), given("crates").split(" ")[0].getBytes(), -1);
zk deleteall $root/$old
