// caught by: values-are-exact
// The value of the stock lies one level too high.
zk create $root/$stock
zk create $root/$stock/$apples $applecount
zk create $root/$stock/$pears $pearcount
zk set $root "$crates"
zk deleteall $root/$old
