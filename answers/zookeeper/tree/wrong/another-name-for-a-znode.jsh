// caught by: tree-has-its-znodes
// The name of the value was typed for the value.
zk create $root/$stock
zk create $root/$stock/$apples $applecount
zk create $root/$stock/pears $pearcount
zk set $root/$stock "$crates"
zk deleteall $root/$old
