// caught by: tree-has-its-znodes
// Nothing of it is run.
// zk create $root/$stock
// zk create $root/$stock/$apples $applecount
// zk create $root/$stock/$pears $pearcount
// zk set $root/$stock "$crates"
// zk deleteall $root/$old
